-- Which themes does each event or activity carry, by number?
-- One row per event or activity and theme, as its place in the vocabulary, in no order; `confirmed` whether it is
-- carried where unconfirmed rows do not count.
--
-- $shown_on                the day on which the reader may see what is shown from then on
-- $first_no, $last_no      of which events, both included

select
    b.event_no,
    cast(d.position as smallint)                       as position,
    coalesce(b.confirmed_from <= $shown_on, false)     as confirmed
from bridge_event_theme as b
join dim_theme as d on d.theme_id = b.theme_id
where b.any_from <= $shown_on
  and b.event_no between $first_no and $last_no
