-- Which rows name a country that its vocabulary lacks?
select
    event.rowid as staged_row,
    'country_iso2' as column_name,
    event.country_id as value,
    null as other
from staging.event as event
where
    event.country_id is not null
    and event.country_id not in (select entry.country_id from staging.countries as entry)
