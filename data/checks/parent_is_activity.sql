-- Which activities belong to a row that is an activity itself?
select
    event.rowid as staged_row,
    'parent_event_id' as column_name,
    event.parent_event_id as value,
    parent.parent_event_id as other
from staging.event as event
join staging.named as named on named.event_id = event.parent_event_id
join staging.event as parent on parent.rowid = named.staged_row
where parent.parent_event_id is not null and event.parent_event_id <> event.event_id
