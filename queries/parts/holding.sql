-- Which rows does the record hold, counted or not?
-- One row per event or activity that the reader may see, whatever is selected.
--
-- $shown_on       the day on which the reader may see what is shown from then on
-- $mark_status    'confirmed', 'unconfirmed', 'draft', 'told' for all but drafts, or '' for all
-- $mark_level     'event', 'activity', or '' for both
-- $mark_source, $mark_file   where the row stands, or '' for anywhere
-- $mark_region    the id of a region, or '' for all
-- $mark_quarter   an id of a quarter of $calendar, or '' for all
-- $calendar       'calendar' or 'fiscal'

with quarter as (
    select
        min(q.first_day)      as first_day,
        max(q.last_day)       as last_day
    from dim_quarter as q
    where q.calendar = $calendar and q.quarter_id = $mark_quarter
)
select
    e.event_id,
    e.start_date
from fct_event as e
cross join quarter as q
where e.shown_from <= $shown_on
  and ($mark_status in ('', 'told') or e.status = $mark_status)
  and ($mark_status <> 'told' or e.status <> 'draft')
  and ($mark_level <> 'event' or e.parent_event_id is null)
  and ($mark_level <> 'activity' or e.parent_event_id is not null)
  and ($mark_source = '' or e.source_id = $mark_source)
  and ($mark_file = '' or e.file = $mark_file)
  and ($mark_region = '' or e.region_id = $mark_region)
  and ($mark_quarter = '' or e.start_date between q.first_day and q.last_day)
order by e.event_id
