-- Which countries and partners are met in each month, at events that carry any of the chosen themes?
-- One row per theme, month, country or partner, way of counting and span of days seen.
--
-- $theme, $theme_count   chosen ids, and how many: 0 means no filter
-- $unconfirmed           whether unconfirmed events and activities count
-- $shown_on              the day on which the reader may see what is shown from then on

select
    v.theme_id,
    v.month,
    v.dimension,
    v.value
from value_by_month as v
where v.seen_from <= $shown_on and v.seen_until >= $shown_on
  and case when $unconfirmed then v.with_unconfirmed else v.without_unconfirmed end
  and (v.theme_id in ($theme) or ($theme_count = 0 and v.theme_id = ''))
order by v.dimension, v.theme_id, v.month, v.value, v.with_unconfirmed, v.without_unconfirmed, v.seen_from
