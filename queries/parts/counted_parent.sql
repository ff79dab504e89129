-- Which event does each activity belong to?
-- One row per activity, in the order of their numbers, whoever may see them.

select
    a.event_no,
    a.parent_no
from fct_event as a
where a.parent_event_id is not null
order by a.event_no
