-- How many rows does the record hold of each status?
-- One row per status that occurs, whatever is selected.
--
-- $shown_on   the day on which the reader may see what is shown from then on

select
    e.status,
    count(case when e.parent_event_id is null then 1 end)               as events,
    count(e.parent_event_id)                                            as activities
from fct_event as e
where e.shown_from <= $shown_on
group by e.status
order by e.status
