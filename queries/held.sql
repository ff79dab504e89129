-- Which rows does the record hold, counted or not?
-- One row per event or activity that the reader may see, whatever is selected; the latest ones where
-- there are more than fit.
--
-- $most    how many fit

with latest as (
    select
        h.event_id
    from holding as h
    order by h.start_date desc, h.event_id
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
    e.city_en,
    e.city_fr,
    e.country_en,
    e.country_fr,
    e.region,
    e.format,
    e.role,
    e.status,
    e.visibility,
    e.embargoed_until,
    e.summary_en,
    e.summary_fr,
    e.notes,
    e.source,
    e.recap,
    e.file,
    e.line
from described as e
join latest as l on l.event_id = e.event_id
order by e.start_date desc, e.event_id
