-- What does the record say of some events and activities, asked for by number?
-- One row per number, in their order. A join reads only the rows wanted; a long list would read all.
--
-- $numbers   which: their numbers

with wanted as (
    select e.event_no
    from fct_event as e
    where e.event_no in ($numbers)
)
select d.*
from described as d
join wanted as w on w.event_no = d.event_no
order by d.event_no
