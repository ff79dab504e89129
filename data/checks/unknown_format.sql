-- Which rows name a format that its vocabulary lacks?
select
    event.rowid as staged_row,
    'format' as column_name,
    event.format_id as value,
    null as other
from staging.event as event
where
    event.format_id is not null
    and event.format_id not in (select entry.format_id from staging.formats as entry)
