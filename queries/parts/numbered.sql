-- What does the record say of some events and activities, asked for by number?
-- One row per number, in their order. A join reads only the rows wanted; a long list would read all.
--
-- $numbers                which: their numbers
-- $first_day, $last_day   between which days they start, both included, so that no other day is read

with wanted as (
    select e.event_no
    from fct_event as e
    where
        e.event_no in ($numbers)
        and e.start_date between $first_day and $last_day
)
select d.*
from described as d
join wanted as w on w.event_no = d.event_no
where d.start_date between $first_day and $last_day
order by d.event_no
