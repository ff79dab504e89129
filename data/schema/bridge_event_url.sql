-- One row per event or activity and address of a page that tells of it, in the order given.
create table bridge_event_url (
    event_no integer using compression bitpacking,
    position integer using compression rle,
    url varchar using compression fsst
);
insert into bridge_event_url by name
select
    cast(address.staged_row as integer) as event_no,
    address.position,
    address.url
from staging.address as address
left join staging.unlinked as unlinked
    on unlinked.staged_row = address.staged_row and unlinked.position = address.position
where
    not address.again
    and unlinked.staged_row is null
    and address.staged_row not in (select refused.staged_row from staging.refused as refused);
