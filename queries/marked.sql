-- Which selected events stand behind one mark of a chart?
-- One row per event; every selected event when no mark is given. What carries a mark that is not given is not
-- even looked up.
--
-- $mark_theme      an id; 'none' for events that carry none, 'any' for one or more, 'several' for two
--                  or more; '' for all
-- $mark_partner    an id; 'none' for events that carry none, 'any' for one or more; '' for all
-- $mark_combination            ids of a whole set of themes, such as 'equality+governance', or ''
-- $mark_region, $mark_format   an id, or '' for all
-- $mark_country    an id, 'none' for events without one, or '' for all
-- $mark_quarter, $mark_year    an id of a quarter or year of $calendar, or '' for all
-- $mark_dated      'approximate' for events of which only a window of several months is known, or ''
-- $mark_status     'unconfirmed' for events that would be left out if unconfirmed rows did not count, or ''
-- $calendar        'calendar' or 'fiscal'

with days as (
    select
        min(q.first_day)      as first_day,
        max(q.last_day)       as last_day
    from dim_quarter as q
    where q.calendar = $calendar
      and ($mark_quarter = '' or q.quarter_id = $mark_quarter)
      and ($mark_year = '' or q.year_id = $mark_year)
)
select s.*
from selected as s
cross join days as d
where ($mark_theme = '' or s.event_id in (
        select t.event_id
        from carried_theme as t
        where $mark_theme <> ''
          and (t.theme = $mark_theme or ($mark_theme in ('any', 'several') and t.theme <> 'none'))
        group by t.event_id
        having count(*) >= case when $mark_theme = 'several' then 2 else 1 end))
  and ($mark_combination = '' or s.event_id in (
        select c.event_id
        from combined as c
        where $mark_combination <> '' and c.combination = $mark_combination))
  and ($mark_partner in ('', 'none') or s.event_id in (
        select g.event_id
        from engagement as g
        where $mark_partner not in ('', 'none') and $mark_partner in ('any', g.partner)))
  and ($mark_partner <> 'none' or s.event_id not in (
        select g.event_id from engagement as g where $mark_partner = 'none'))
  and ($mark_region = '' or s.region_id = $mark_region)
  and ($mark_country in ('', 'none') or s.country_id = $mark_country)
  and ($mark_country <> 'none' or s.country_id is null)
  and ($mark_format = '' or s.format_id = $mark_format)
  and ($mark_status <> 'unconfirmed' or s.event_id not in (
        select k.event_id from confirmed_event as k where $mark_status = 'unconfirmed'))
  and ($mark_dated = '' or s.date_precision in ('window', 'unknown'))
  and (($mark_quarter = '' and $mark_year = '') or s.start_date between d.first_day and d.last_day)
order by s.event_id
