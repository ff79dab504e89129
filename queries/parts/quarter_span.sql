-- Which days does each quarter hold?
-- One row per quarter of a calendar.

select
    q.calendar,
    q.quarter_id,
    q.year_id,
    q.first_day,
    q.last_day
from dim_quarter as q
order by q.calendar, q.position
