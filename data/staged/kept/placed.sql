-- One row per kept row, with the region that its own place lies in.
create view staging.placed as
select
    kept.*,
    case
        when kept.country_id = 'CA' and kept.subdivision = 'CA-QC' then 'quebec'
        when kept.country_id = 'CA' and kept.subdivision is not null then 'canada_other'
        when kept.country_id = 'CA' then 'not_recorded'
        when kept.country_id is not null then country.region_id
        when kept.format_id = 'online' then 'online'
        else 'not_recorded'
    end as region_id
from staging.kept as kept
left join staging.countries as country on country.country_id = kept.country_id;
