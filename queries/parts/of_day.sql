-- Which events start on one day?
-- One row per event, in the order of their ids.
--
-- $day   which day

select e.event_no
from fct_event as e
where
    e.start_date = $day
    and e.parent_event_id is null
order by e.event_id
