-- Which activities may a selection count?
-- One row per activity that the reader may see, in no order; `confirmed` whether it counts in any case.
--
-- $shown_on               the day on which the reader may see what is shown from then on
-- $first_day, $last_day   on which activities start, both included

select
    a.event_no,
    a.status = 'confirmed'   as confirmed
from fct_event as a
where a.parent_event_id is not null
  and a.status in ('confirmed', 'unconfirmed')
  and a.shown_from <= $shown_on
  and a.start_date between $first_day and $last_day
