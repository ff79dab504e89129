-- Which event of the whole record is the latest?
-- One row, or none: the last event by its first day, drafts left aside.
--
-- $shown_on   the day on which the reader may see what is shown from then on

select
    e.event_id,
    e.start_date,
    e.end_date,
    e.date_precision
from fct_event as e
where e.parent_event_id is null
  and e.status <> 'draft'
  and e.shown_from <= $shown_on
order by e.start_date desc, e.event_id
limit 1
