-- How many events and activities that the selection would hold may the reader not see?
-- One row: those internal or under embargo, counted and never named.
--
-- What is seen on the last day of all is everything.
-- $first_day, $last_day       inclusive bounds on the day an event starts
-- $theme_mask, $theme_count   a bit for each theme chosen, and how many: 0 means no filter
-- $themes_wanted              1 if any of them will do
-- $unconfirmed                whether unconfirmed events and activities count
-- $shown_on                   the day on which the reader may see what is shown from then on

with event as (
    select
        coalesce(sum(case when m.seen_until = date '9999-12-31' then m.events end), 0)
            - coalesce(sum(case when m.seen_from <= $shown_on and m.seen_until >= $shown_on then m.events end), 0)
            as hidden
    from sum_by_month as m
    where m.month between $first_day and $last_day
      and case when $unconfirmed then m.with_unconfirmed else m.without_unconfirmed end
      and case
            when $theme_count = 0 then true
            when $themes_wanted > 1 then m.themes & $theme_mask = $theme_mask
            else m.themes & $theme_mask <> 0
        end
),
activity as (
    select
        coalesce(sum(case when a.seen_until = date '9999-12-31' then a.activities end), 0)
            - coalesce(sum(case when a.seen_from <= $shown_on and a.seen_until >= $shown_on then a.activities end), 0)
            as hidden
    from sum_of_activities as a
    where a.month between $first_day and $last_day
      and case when $unconfirmed then a.with_unconfirmed else a.without_unconfirmed end
      and ($theme_count = 0 or a.themes & $theme_mask <> 0)
      and ($themes_wanted <= 1 or a.event_themes & $theme_mask = $theme_mask)
)
select
    cast(e.hidden as bigint)   as events,
    cast(a.hidden as bigint)   as activities
from event as e
cross join activity as a
