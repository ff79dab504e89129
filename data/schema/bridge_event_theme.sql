-- One row per event or activity and theme it carries; an event carries those of its activities too.
create table bridge_event_theme (
    event_no integer,
    theme_id varchar using compression dictionary,
    own boolean,
    confirmed_from date,
    any_from date
);
insert into bridge_event_theme by name
select
    cast(carried.staged_row as integer) as event_no,
    carried.value as theme_id,
    carried.own,
    carried.confirmed_from,
    carried.any_from
from staging.carried as carried
where carried.column_name = 'themes';
