-- When did the events take place?
-- One row per quarter that the period touches, recorded or not; `cut` when it holds only a part.
--
-- $first_day, $last_day   inclusive bounds on the day an event starts
-- $calendar               'calendar' or 'fiscal': which quarters
-- $known_from, $known_to   the days between which quarters have a name
-- $today                  the quarter that holds it still runs

with months as (
    select m.month, sum(m.events) as events, sum(m.approximate) as approximate
    from month_sum as m
    where m.counted
      and m.month between $first_day and $last_day
    group by m.month
)
select
    q.quarter_id                    as quarter,
    q.year_id                       as year,
    q.label_en,
    q.label_fr,
    q.months_en,
    q.months_fr,
    q.first_day,
    q.last_day,
    q.coverage,
    q.note_en,
    q.note_fr,
    $today between q.first_day and q.last_day as running,
    q.first_day < $first_day or q.last_day > $last_day as cut,
    cast(coalesce(sum(m.events), 0) as bigint)        as events,
    cast(coalesce(sum(m.approximate), 0) as bigint)   as approximate
from dim_quarter as q
left join months as m on m.month between q.first_day and q.last_day
where q.calendar = $calendar
  and q.last_day >= $first_day
  and q.first_day <= $last_day
  and q.last_day >= $known_from
  and q.first_day <= $known_to
group by
    q.position, q.quarter_id, q.year_id, q.label_en, q.label_fr, q.months_en, q.months_fr,
    q.first_day, q.last_day, q.coverage, q.note_en, q.note_fr
order by q.position
