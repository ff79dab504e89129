-- Which rows name a role that its vocabulary lacks?
select
    event.rowid as staged_row,
    'role' as column_name,
    event.role_id as value,
    null as other
from staging.event as event
where
    event.role_id is not null
    and event.role_id not in (select entry.role_id from staging.roles as entry)
