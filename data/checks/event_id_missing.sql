-- Which rows have no id?
select
    event.rowid as staged_row,
    'event_id' as column_name,
    null as value,
    null as other
from staging.event as event
where event.event_id is null
