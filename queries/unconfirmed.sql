-- Which events are left out because nothing confirms that the organisation was there?
-- One row per unconfirmed event that the selection would hold if they counted; none while they do.
--
-- $first_day, $last_day   inclusive bounds on the day an event starts

select
    m.event_id,
    m.start_date
from matching as m
where not m.counted
  and m.start_date between $first_day and $last_day
order by m.event_id
