-- Which rows does the record hold, counted or not?
-- One row per event or activity that the reader may see, whatever is selected, latest first.
--
-- $shown_on       the day on which the reader may see what is shown from then on
-- $today          an embargo that has not ended by then is named
-- $mark_status    'confirmed', 'unconfirmed', 'draft', 'told' for all but drafts, or '' for all
-- $mark_level     'event', 'activity', or '' for both
-- $mark_source, $mark_file   where the row stands, or '' for anywhere
-- $mark_region    the id of a region, or '' for all
-- $mark_quarter   an id of a quarter of $calendar, or '' for all
-- $calendar       'calendar' or 'fiscal'

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
left join dim_country as c on c.country_id = e.country_id
where e.shown_from <= $shown_on
  and ($mark_status in ('', 'told') or e.status = $mark_status)
  and ($mark_status <> 'told' or e.status <> 'draft')
  and ($mark_level <> 'event' or e.parent_event_id is null)
  and ($mark_level <> 'activity' or e.parent_event_id is not null)
  and ($mark_source = '' or e.source_id = $mark_source)
  and ($mark_file = '' or e.file = $mark_file)
  and ($mark_region = '' or e.region_id = $mark_region)
  and ($mark_quarter = '' or e.event_id in (
        select d.event_id
        from fct_event as d
        join dim_quarter as q on d.start_date between q.first_day and q.last_day
        where q.calendar = $calendar and q.quarter_id = $mark_quarter))
order by e.start_date desc, e.event_id
