-- How many activities carry the chosen themes themselves, in each month?
-- One row per set of themes of an event and of an activity, month of the event, way of counting and span of days.
--
-- $theme_mask, $theme_count   a bit for each theme chosen, and how many: 0 means no filter
-- $themes_wanted              1 if any of them will do
-- $unconfirmed                whether unconfirmed events and activities count
-- $shown_on                   the day on which the reader may see what is shown from then on

select
    a.month,
    a.activities
from sum_of_activities as a
where a.seen_from <= $shown_on
  and a.seen_until >= $shown_on
  and case when $unconfirmed then a.with_unconfirmed else a.without_unconfirmed end
  and ($theme_count = 0 or a.themes & $theme_mask <> 0)
  and ($themes_wanted <= 1 or a.event_themes & $theme_mask = $theme_mask)
order by a.month, a.event_themes, a.themes, a.with_unconfirmed, a.without_unconfirmed, a.seen_from
