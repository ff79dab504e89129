-- Which events does a selection mean? Every other question starts from here.
-- One row per selected event.
--
-- $first_day, $last_day   inclusive bounds on the day an event starts

select m.*
from matching as m
where m.counted
  and m.start_date between $first_day and $last_day
order by m.event_id
