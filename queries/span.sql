-- Which days does the record span?
-- One row: the first and the last day of the quarters with an event or a word on their coverage; empty for none.
--
-- $shown_on   the day on which the reader may see what is shown from then on

with bounds as (
    select
        min(e.earliest)       as earliest,
        max(e.latest)         as latest
    from sum_shown as e
    where e.shown_from <= $shown_on
)
select
    min(q.first_day)          as first_day,
    max(q.last_day)           as last_day
from dim_quarter as q
cross join bounds as b
where q.calendar = 'calendar'
  and (
    q.listed
    or b.earliest between q.first_day and q.last_day
    or b.latest between q.first_day and q.last_day
  )
