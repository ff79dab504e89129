-- Which activities may a selection count?
-- One row per activity that the reader may see.
--
-- $unconfirmed   whether unconfirmed activities count
-- $shown_on      the day on which the reader may see what is shown from then on

select
    a.event_no,
    a.parent_no
from fct_event as a
where a.parent_event_id is not null
  and (a.status = 'confirmed' or ($unconfirmed and a.status = 'unconfirmed'))
  and a.shown_from <= $shown_on
order by a.event_no
