-- In which months would events take place, whatever the period?
-- One row per month in which an event starts that carries what is chosen.

select
    cast(date_trunc('month', s.start_date) as date)   as month,
    measure(events)                                   as events
from matching as s
where s.counted
group by date_trunc('month', s.start_date)
order by month
