-- How many events that carry the chosen themes have each value of another dimension, whatever their date?
-- One row per set of themes, dimension, value, way of counting and span of days seen.
--
-- $unconfirmed   whether unconfirmed events and activities count
-- $shown_on      the day on which the reader may see what is shown from then on

select
    v.theme_set,
    v.dimension,
    v.value,
    v.events
from sum_by_value as v
join chosen_set as s on s.theme_set = v.theme_set
where v.seen_from <= $shown_on and v.seen_until >= $shown_on
  and case when $unconfirmed then v.with_unconfirmed else v.without_unconfirmed end
order by v.dimension, v.value, v.theme_set, v.with_unconfirmed, v.without_unconfirmed, v.seen_from
