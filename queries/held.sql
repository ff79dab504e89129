-- Which rows does the record hold, counted or not?
-- One row per event or activity that the reader may see, whatever is selected; the latest ones where
-- there are more than fit.
--
-- $most    how many fit
-- $today   an embargo that has not ended by then is named

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
    c.name_en                 as country_en,
    c.name_fr                 as country_fr,
    e.region_id               as region,
    e.format_id               as format,
    e.role_id                 as role,
    e.status,
    case
        when e.shown_from = date '9999-12-31' then 'internal'
        when e.shown_from > $today then 'embargoed'
        else 'public'
    end                       as visibility,
    case
        when e.shown_from > $today and e.shown_from < date '9999-12-31' then e.shown_from
    end                       as embargoed_until,
    e.summary_en,
    e.summary_fr,
    e.notes,
    e.source_id               as source,
    e.recap,
    e.file,
    e.line
from fct_event as e
join latest as l on l.event_id = e.event_id
left join dim_country as c on c.country_id = e.country_id
order by e.start_date desc, e.event_id
