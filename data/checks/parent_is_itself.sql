-- Which rows name themselves as their event?
select
    event.rowid as staged_row,
    'parent_event_id' as column_name,
    event.parent_event_id as value,
    null as other
from staging.event as event
where event.parent_event_id = event.event_id
