-- Which activities belong to an event that no source has?
select
    event.rowid as staged_row,
    'parent_event_id' as column_name,
    event.parent_event_id as value,
    null as other
from staging.event as event
where
    event.parent_event_id is not null
    and event.parent_event_id not in (select named.event_id from staging.named as named)
