-- Which event does each activity belong to, and on which day does it start?
-- One row per activity, in no order, whoever may see them.

select
    a.event_no,
    a.parent_no,
    a.start_date
from fct_event as a
where a.parent_event_id is not null
