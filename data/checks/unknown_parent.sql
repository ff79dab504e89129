-- Which activities belong to an event that no source has?
select
    event.rowid as staged_row,
    'parent_event_id' as column_name,
    event.parent_event_id as value,
    null as other
from staging.event as event
where
    event.parent_event_id is not null
    and event.rowid not in (select parent.staged_row from staging.parent as parent)
