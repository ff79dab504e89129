-- What does the record say of these activities?
-- One row per activity.
--
-- $numbers   which: their numbers
-- $today     an embargo after it still holds

select
    a.event_no,
    a.event_id,
    a.parent_event_id,
    a.title_en,
    a.title_fr,
    a.start_date,
    a.end_date,
    a.date_precision,
    a.city_en,
    a.city_fr,
    c.name_en                    as country_en,
    c.name_fr                    as country_fr,
    a.role_id                    as role,
    a.status,
    case
        when a.shown_from = date '9999-12-31' then 'internal'
        when a.shown_from > $today then 'embargoed'
        else 'public'
    end                          as visibility,
    case
        when a.shown_from > $today and a.shown_from < date '9999-12-31' then a.shown_from
    end                          as embargoed_until,
    a.summary_en,
    a.summary_fr,
    a.notes,
    a.source_id                  as source,
    a.recap,
    a.file,
    a.line
from fct_event as a
left join dim_country as c on c.country_id = a.country_id
where a.event_no in ($numbers)
order by a.event_no
