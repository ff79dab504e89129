-- What does the record say of these events and activities?
-- One row per event or activity.
--
-- $numbers              which: their numbers
-- $first_no, $last_no   the least and the greatest of them

select d.*
from described as d
where d.event_no in ($numbers)
  and d.event_no between $first_no and $last_no
order by d.event_no
