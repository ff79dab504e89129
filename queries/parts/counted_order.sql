-- On which day does each event start?
-- One row per event, in no order, whoever may see them.

select
    e.event_no,
    e.start_date
from fct_event as e
where e.parent_event_id is null
