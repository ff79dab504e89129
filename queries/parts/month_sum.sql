-- How many events that carry the chosen themes start in each month?
-- One row per set of themes, month, way of counting and span of days seen; `counted` as things are, the
-- others are left out while unconfirmed rows do not count.
--
-- $theme_mask, $theme_count   a bit for each theme chosen, and how many: 0 means no filter
-- $themes_wanted              1 if any of them will do
-- $unconfirmed                whether unconfirmed events and activities count
-- $shown_on                   the day on which the reader may see what is shown from then on

select
    m.*,
    case when $unconfirmed then m.with_unconfirmed else m.without_unconfirmed end as counted
from sum_by_month as m
where m.seen_from <= $shown_on
  and m.seen_until >= $shown_on
  and case
        when $theme_count = 0 then true
        when $themes_wanted > 1 then m.themes & $theme_mask = $theme_mask
        else m.themes & $theme_mask <> 0
    end
order by m.month, m.themes, m.with_unconfirmed, m.without_unconfirmed, m.seen_from
