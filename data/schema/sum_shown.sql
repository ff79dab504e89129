-- One row per day from which the public sees events, drafts too: the first and the last day on which they start.
create table sum_shown as
select
    shown.shown_from,
    min(kept.start_day) as earliest,
    max(kept.start_day) as latest
from staging.kept as kept
join staging.shown as shown on shown.staged_row = kept.staged_row
where kept.parent_event_id is null
group by shown.shown_from
order by shown.shown_from;
