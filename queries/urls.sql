-- Which pages bear out each event and activity?
-- One row per event or activity that the reader may see and page.
--
-- $shown        ids of events and activities; $shown_count how many, 0 for all of the record
-- $shown_first, $shown_last   between which days these start, both included: no other day is read
-- $shown_on     the day on which the reader may see what is shown from then on

select
    e.event_id,
    u.position,
    u.url
from bridge_event_url as u
join fct_event as e on e.event_no = u.event_no
where e.shown_from <= $shown_on
  and e.start_date between $shown_first and $shown_last
  and ($shown_count = 0 or e.event_id in ($shown))
order by e.event_id, u.position
