-- On which days do events start, and how are they numbered?
-- One row per day: its first event and how many there are, whoever may see them.

select
    e.start_date,
    min(e.event_no)   as first_no,
    count(*)          as events
from fct_event as e
where e.parent_event_id is null
group by e.start_date
order by e.start_date
