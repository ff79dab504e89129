-- One row per event or activity and partner it carries; an event carries those of its activities too.
create table bridge_event_partner (
    event_no integer using compression bitpacking,
    partner_id varchar using compression dictionary,
    own boolean using compression rle,
    confirmed_from date using compression rle,
    any_from date using compression rle
);
insert into bridge_event_partner by name
select
    cast(carried.staged_row as integer) as event_no,
    carried.value as partner_id,
    carried.own,
    carried.confirmed_from,
    carried.any_from
from staging.carried as carried
where carried.column_name = 'partners';
