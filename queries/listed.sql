-- Which of the events behind one mark are listed?
-- One row per event; the latest ones where there are more than fit.
--
-- $most   how many fit

select
    s.event_no,
    s.event_id,
    s.start_date
from marked as s
order by s.start_date desc, s.event_id
limit $most
