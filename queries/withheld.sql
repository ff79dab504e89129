-- Which rows of the record are not counted at once, and why?
-- One row per event or activity that is unconfirmed or a draft and that the reader may see.
--
-- $most       how many rows fit
-- $shown_on   the day on which the reader may see what is shown from then on

with latest as (
    select e.event_no
    from fct_event as e
    where e.status <> 'confirmed'
      and e.shown_from <= $shown_on
    order by e.status desc, e.start_date desc, e.event_id
    limit $most
)
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
from latest
inner join fct_event as e on e.event_no = latest.event_no
order by e.status desc, e.start_date desc, e.event_id
