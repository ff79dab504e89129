-- Which rows bear an id that an earlier row bears, and where does that one stand?
select
    event.rowid as staged_row,
    'event_id' as column_name,
    event.event_id as value,
    earlier.file || ':' || earlier.line as other
from staging.event as event
join staging.named as named
    on named.event_id = event.event_id and named.times > 1 and named.staged_row < event.rowid
join staging.filed as earlier on earlier.staged_row = named.staged_row
