-- Which activities belong to an event that is refused?
select
    event.rowid as staged_row,
    'parent_event_id' as column_name,
    event.parent_event_id as value,
    parent.file || ':' || parent.line as other
from staging.event as event
join staging.named as named on named.event_id = event.parent_event_id
join staging.filed as parent on parent.staged_row = named.staged_row
where
    parent.parent_event_id is null
    and parent.staged_row in (select refused.staged_row from staging.refused as refused)
