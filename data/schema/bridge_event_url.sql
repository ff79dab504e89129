-- One row per event or activity and address of a page that tells of it, in the order given.
create table bridge_event_url as
select
    address.event_id,
    address.position,
    address.url
from staging.address as address
where
    address.is_link
    and not address.again
    and address.staged_row not in (select refused.staged_row from staging.refused as refused);
