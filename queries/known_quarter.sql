-- Which quarters have a name?
-- One row per quarter of a calendar, from 8 before the record to 40 after it; `recorded` within its span.

with bounds as (
    select
        q.calendar,
        min(q.position)       as earliest,
        max(q.position)       as latest
    from dim_quarter as q
    join span as s on q.last_day >= s.first_day and q.first_day <= s.last_day
    group by q.calendar
)
select
    q.calendar,
    q.quarter_id,
    q.year_id,
    q.position,
    q.first_day,
    q.last_day,
    q.label_en,
    q.label_fr,
    q.months_en,
    q.months_fr,
    q.coverage,
    q.note_en,
    q.note_fr,
    q.position between b.earliest and b.latest as recorded
from dim_quarter as q
join bounds as b on b.calendar = q.calendar
where q.position between b.earliest - 8 and b.latest + 40
order by q.calendar, q.position
