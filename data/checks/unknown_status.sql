-- Which rows have no status that decides whether they count?
select
    event.rowid as staged_row,
    'status' as column_name,
    event.status as value,
    null as other
from staging.event as event
where coalesce(event.status, '') not in ('confirmed', 'unconfirmed', 'draft')
