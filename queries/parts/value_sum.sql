-- How many events that carry the chosen themes have each value of another dimension, whatever their date?
-- One row per set of themes, dimension, value, way of counting and span of days seen.
--
-- $theme_mask, $theme_count   a bit for each theme chosen, and how many: 0 means no filter
-- $themes_wanted              1 if any of them will do
-- $unconfirmed                whether unconfirmed events and activities count
-- $shown_on                   the day on which the reader may see what is shown from then on

select
    v.themes,
    v.dimension,
    v.value,
    v.events
from sum_by_value as v
where v.seen_from <= $shown_on
  and v.seen_until >= $shown_on
  and case when $unconfirmed then v.with_unconfirmed else v.without_unconfirmed end
  and case
        when $theme_count = 0 then true
        when $themes_wanted > 1 then v.themes & $theme_mask = $theme_mask
        else v.themes & $theme_mask <> 0
    end
order by v.dimension, v.value, v.themes, v.with_unconfirmed, v.without_unconfirmed, v.seen_from
