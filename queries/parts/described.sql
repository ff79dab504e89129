-- What does the record say of each event and activity?
-- One row per event or activity, whoever may see it.
--
-- $today   an embargo after it still holds

select
    e.event_no,
    e.event_id,
    e.parent_event_id,
    e.title_en,
    e.title_fr,
    e.start_date,
    e.end_date,
    e.date_precision,
    e.city_en,
    e.city_fr,
    e.country_id              as country,
    c.name_en                 as country_en,
    c.name_fr                 as country_fr,
    e.region_id               as region,
    e.format_id               as format,
    e.role_id                 as role,
    e.status,
    e.shown_from,
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
left join dim_country as c on c.country_id = e.country_id
order by e.event_no
