-- How complete is the record of each quarter?
-- One row per quarter of the record's span, whatever is selected.
--
-- $calendar   'calendar' or 'fiscal': which quarters
-- $shown_on   the day on which the reader may see what is shown from then on

with started as (
    select
        e.start_date,
        count(case when e.status = 'confirmed' then 1 end)          as confirmed,
        count(case when e.status = 'unconfirmed' then 1 end)        as unconfirmed,
        count(case when e.status = 'draft' then 1 end)              as draft
    from fct_event as e
    where e.parent_event_id is null
      and e.shown_from <= $shown_on
    group by e.start_date
)
select
    q.quarter_id                                               as quarter,
    q.label_en,
    q.label_fr,
    q.months_en,
    q.months_fr,
    q.coverage,
    q.note_en,
    q.note_fr,
    cast(coalesce(sum(s.confirmed), 0) as bigint)              as confirmed,
    cast(coalesce(sum(s.unconfirmed), 0) as bigint)            as unconfirmed,
    cast(coalesce(sum(s.draft), 0) as bigint)                  as draft
from known_quarter as q
left join started as s on s.start_date between q.first_day and q.last_day
where q.calendar = $calendar and q.recorded
group by
    q.position, q.quarter_id, q.label_en, q.label_fr, q.months_en, q.months_fr, q.coverage,
    q.note_en, q.note_fr
order by q.position
