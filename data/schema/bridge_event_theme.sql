-- One row per event or activity and theme it carries; an event carries those of its activities too.
create table bridge_event_theme (
    event_no integer using compression bitpacking,
    theme_id varchar using compression dictionary,
    own boolean using compression rle,
    confirmed_from date using compression rle,
    any_from date using compression rle
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
