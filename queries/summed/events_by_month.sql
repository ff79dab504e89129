-- In which months would events take place, whatever the period?
-- One row per month in which an event starts that carries what is chosen.

select
    m.month,
    cast(sum(m.events) as bigint)   as events
from month_sum as m
where m.counted
group by m.month
order by m.month
