-- How many events and activities that the selection would hold may the reader not see?
-- One row: those internal or under embargo, counted and never named.
--
-- What is seen on the last day of all is everything.
-- $first_day, $last_day   inclusive bounds on the day an event starts
-- $unconfirmed            whether unconfirmed events and activities count
-- $shown_on               the day on which the reader may see what is shown from then on
-- $theme, $theme_count    chosen ids, and how many: 0 means no filter

with held as (
    select coalesce(sum(m.events), 0) as events
    from sum_by_month as m
    join chosen_set as s on s.theme_set = m.theme_set
    where m.seen_until = date '9999-12-31'
      and case when $unconfirmed then m.with_unconfirmed else m.without_unconfirmed end
      and m.month between $first_day and $last_day
),
held_activity as (
    select coalesce(sum(a.activities), 0) as activities
    from sum_of_activities as a
    join chosen_set as s on s.theme_set = a.theme_set
    where a.seen_until = date '9999-12-31'
      and case when $unconfirmed then a.with_unconfirmed else a.without_unconfirmed end
      and a.month between $first_day and $last_day
      and ($theme_count = 0 or a.own_set in (
            select t.theme_set from set_theme as t where t.theme_id in ($theme)))
),
counted as (
    select coalesce(sum(m.events), 0) as events
    from month_sum as m
    where m.counted
      and m.month between $first_day and $last_day
),
done as (
    select coalesce(sum(a.activities), 0) as activities
    from activity_sum as a
    where a.month between $first_day and $last_day
)
select
    cast(h.events - c.events as bigint)           as events,
    cast(g.activities - d.activities as bigint)   as activities
from held as h
cross join held_activity as g
cross join counted as c
cross join done as d
