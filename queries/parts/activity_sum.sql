-- How many activities carry the chosen themes themselves, in each month?
-- One row per set of themes of an event and of an activity, month of the event, way of counting and span of days.
--
-- $theme, $theme_count   chosen ids, and how many: 0 means no filter
-- $unconfirmed           whether unconfirmed events and activities count
-- $shown_on              the day on which the reader may see what is shown from then on

select
    a.month,
    a.activities
from sum_of_activities as a
join chosen_set as s on s.theme_set = a.theme_set
where a.seen_from <= $shown_on and a.seen_until >= $shown_on
  and case when $unconfirmed then a.with_unconfirmed else a.without_unconfirmed end
  and ($theme_count = 0 or a.own_set in (
        select t.theme_set from set_theme as t where t.theme_id in ($theme)))
order by a.month, a.theme_set, a.own_set, a.with_unconfirmed, a.without_unconfirmed, a.seen_from
