-- How many events of the period carry each set of themes that holds what is chosen?
-- One row per set.
--
-- $first_day, $last_day   the period, in whole months

select
    m.themes,
    cast(sum(m.events) as bigint)   as events
from month_sum as m
where m.counted
  and m.month between $first_day and $last_day
group by m.themes
order by m.themes
