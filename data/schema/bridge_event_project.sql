-- One row per event or activity and project it carries; an event carries those of its activities too.
create table bridge_event_project as
select
    carried.event_id,
    cast(carried.staged_row as integer) as event_no,
    carried.value as project_id,
    carried.own,
    carried.confirmed_from,
    carried.any_from
from staging.carried as carried
where carried.column_name = 'projects';
