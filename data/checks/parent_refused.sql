-- Which activities belong to an event that is refused?
select
    event.rowid as staged_row,
    'parent_event_id' as column_name,
    event.parent_event_id as value,
    above.file || ':' || above.line as other
from staging.parent as parent
join staging.event as event on event.rowid = parent.staged_row
join staging.filed as above on above.staged_row = parent.parent_row
where
    above.parent_event_id is null
    and parent.parent_row in (select refused.staged_row from staging.refused as refused)
