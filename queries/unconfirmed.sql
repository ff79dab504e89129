-- Which events are left out while unconfirmed rows do not count?
-- One row per event that the selection would hold in addition if they counted; none while they do.
--
-- Nothing confirms that the organisation was there, or only such an activity carries what is chosen.
-- $first_day, $last_day   inclusive bounds on the day an event starts

select
    m.event_id,
    m.start_date
from matching as m
where not m.counted
  and m.start_date between $first_day and $last_day
order by m.event_id
