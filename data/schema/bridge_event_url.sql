-- One row per event or activity and address of a page that tells of it, in the order given.
create table bridge_event_url as
select
    kept.event_id,
    min(address.position) as position,
    address.url
from staging.address as address
join staging.kept as kept on kept.staged_row = address.staged_row
where address.is_link
group by kept.event_id, address.url;
