-- Which selected events stand behind one mark of a chart?
-- One row per event; every selected event when no mark is given.
--
-- $mark_theme      an id; 'none' for events that carry none, 'any' for one or more, 'several' for two
--                  or more; '' for all
-- $mark_partner    an id; 'none' for events that carry none, 'any' for one or more; '' for all
-- $mark_combination            ids of a whole set of themes, such as 'equality+governance', or ''
-- $mark_region, $mark_format   an id, or '' for all
-- $mark_country    an id, 'none' for events without one, or '' for all
-- $mark_quarter, $mark_year    an id of a quarter or year of $calendar, or '' for all
-- $mark_dated      'approximate' for events of which only a window of several months is known, or ''
-- $calendar        'calendar' or 'fiscal'

select s.*
from selected as s
where ($mark_theme in ('', 'any', 'several') or s.event_id in (
        select t.event_id from carried_theme as t where t.theme = $mark_theme))
  and ($mark_theme not in ('any', 'several') or s.event_id in (
        select c.event_id
        from combined as c
        where c.themes >= case when $mark_theme = 'several' then 2 else 1 end))
  and ($mark_combination = '' or s.event_id in (
        select c.event_id from combined as c where c.combination = $mark_combination))
  and ($mark_partner in ('', 'none', 'any') or s.event_id in (
        select g.event_id from engagement as g where g.partner = $mark_partner))
  and ($mark_partner <> 'any' or s.event_id in (select g.event_id from engagement as g))
  and ($mark_partner <> 'none' or s.event_id not in (select g.event_id from engagement as g))
  and ($mark_region = '' or s.region_id = $mark_region)
  and ($mark_country in ('', 'none') or s.country_id = $mark_country)
  and ($mark_country <> 'none' or s.country_id is null)
  and ($mark_format = '' or s.format_id = $mark_format)
  and ($mark_dated = '' or s.date_precision in ('window', 'unknown'))
  and ($mark_quarter = '' or s.event_id in (
        select d.event_id
        from selected as d
        join dim_quarter as q on d.start_date between q.first_day and q.last_day
        where q.calendar = $calendar and q.quarter_id = $mark_quarter))
  and ($mark_year = '' or s.event_id in (
        select d.event_id
        from selected as d
        join dim_quarter as q on d.start_date between q.first_day and q.last_day
        where q.calendar = $calendar and q.year_id = $mark_year))
order by s.event_id
