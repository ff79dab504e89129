-- Which rows of the record are not counted at once, and why?
-- One row per event or activity that is unconfirmed or a draft.

select
    e.event_id,
    e.parent_event_id,
    e.title_en,
    e.title_fr,
    e.start_date,
    e.end_date,
    e.date_precision,
    e.status,
    e.source_id           as source,
    e.notes
from fct_event as e
where e.status <> 'confirmed'
order by e.status desc, e.start_date desc, e.event_id
