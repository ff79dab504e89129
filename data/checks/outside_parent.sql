-- Which activities have days outside those of their event?
-- Asked of a part of them at a time, $first_row to $last_row: all of a large record do not fit into memory.
select
    activity.staged_row,
    case when activity.start_day < event.start_day then 'start_date' else 'end_date' end as column_name,
    activity.start_date || ' – ' || activity.end_date as value,
    event.start_date || ' – ' || event.end_date as other
from staging.kept as activity
join staging.parent as parent on parent.staged_row = activity.staged_row
join staging.kept as event on event.staged_row = parent.parent_row
where
    parent.staged_row between $first_row and $last_row
    and activity.staged_row between $first_row and $last_row
    and (activity.start_day < event.start_day or activity.end_day > event.end_day)
