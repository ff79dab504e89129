-- One row per day from which the public sees events, drafts too: the first and the last day on which they start.
create table sum_shown as
select
    event.shown_from,
    min(event.start_date) as earliest,
    max(event.start_date) as latest
from fct_event as event
where event.parent_event_id is null
group by event.shown_from
order by event.shown_from;
