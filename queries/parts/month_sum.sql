-- How many events that carry the chosen themes start in each month?
-- One row per set of themes, month, way of counting and span of days seen; `counted` as things are, the
-- others are left out while unconfirmed rows do not count.
--
-- $unconfirmed   whether unconfirmed events and activities count
-- $shown_on      the day on which the reader may see what is shown from then on

select
    m.*,
    s.themes,
    case when $unconfirmed then m.with_unconfirmed else m.without_unconfirmed end as counted
from sum_by_month as m
join chosen_set as s on s.theme_set = m.theme_set
where m.seen_from <= $shown_on and m.seen_until >= $shown_on
order by m.month, m.theme_set, m.with_unconfirmed, m.without_unconfirmed, m.seen_from
