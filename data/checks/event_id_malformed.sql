-- Which ids are more than lower case letters, digits, - and _?
select
    event.rowid as staged_row,
    'event_id' as column_name,
    event.event_id as value,
    null as other
from staging.event as event
where not regexp_full_match(event.event_id, '[a-z0-9][a-z0-9_-]*')
