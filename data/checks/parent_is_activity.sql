-- Which activities belong to a row that is an activity itself?
select
    event.rowid as staged_row,
    'parent_event_id' as column_name,
    event.parent_event_id as value,
    above.parent_event_id as other
from staging.parent as parent
join staging.event as event on event.rowid = parent.staged_row
join staging.event as above on above.rowid = parent.parent_row
where above.parent_event_id is not null and event.parent_event_id <> event.event_id
