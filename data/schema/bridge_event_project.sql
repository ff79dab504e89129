-- One row per event or activity and project it carries; an event carries those of its activities too.
create table bridge_event_project (
    event_no integer using compression bitpacking,
    project_id varchar using compression dictionary,
    own boolean using compression rle,
    confirmed_from date using compression rle,
    any_from date using compression rle
);
insert into bridge_event_project by name
select
    cast(carried.staged_row as integer) as event_no,
    carried.value as project_id,
    carried.own,
    carried.confirmed_from,
    carried.any_from
from staging.carried as carried
where carried.column_name = 'projects';
