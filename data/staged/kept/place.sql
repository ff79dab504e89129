-- One row per kept row: the row of its event, the region it lies in, the day from which the public may see it.
-- Region is exclusive, so an activity lies where its event does. Always is 0001-01-01, never 9999-12-31.
create table staging.place as
with own as (
    select
        kept.staged_row,
        case
            when kept.country_id = 'CA' and kept.subdivision = 'CA-QC' then 'quebec'
            when kept.country_id = 'CA' and kept.subdivision is not null then 'canada_other'
            when kept.country_id = 'CA' then 'not_recorded'
            when kept.country_id is not null then country.region_id
            when kept.format_id = 'online' then 'online'
            else 'not_recorded'
        end as region_id
    from staging.kept as kept
    left join staging.countries as country on country.country_id = kept.country_id
),
above as (
    select parent.staged_row, parent.parent_row, own.region_id
    from staging.parent as parent
    join own on own.staged_row = parent.parent_row
)
select
    own.staged_row,
    above.parent_row,
    coalesce(above.region_id, own.region_id) as region_id,
    coalesce(withheld.shown_from, date '0001-01-01') as shown_from
from own
left join above on above.staged_row = own.staged_row
left join staging.withheld as withheld on withheld.staged_row = own.staged_row;
