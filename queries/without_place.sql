-- Which events have no recorded place?
-- One row per event, drafts left aside, that was not online and whose place no source gives.
--
-- $most       how many rows fit
-- $shown_on   the day on which the reader may see what is shown from then on

select
    e.event_id,
    e.title_en,
    e.title_fr,
    e.start_date,
    e.end_date,
    e.date_precision,
    e.status,
    e.source_id           as source,
    e.notes
from fct_event as e
where e.parent_event_id is null
  and e.status <> 'draft'
  and e.region_id = 'not_recorded'
  and e.shown_from <= $shown_on
order by e.start_date desc, e.event_id
limit $most
