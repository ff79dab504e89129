-- One row per event id: where it stands first, and how many rows bear it.
create table staging.named as
select
    event.event_id,
    min(event.rowid) as staged_row,
    count(*) as times
from staging.event as event
where event.event_id is not null
group by event.event_id;
