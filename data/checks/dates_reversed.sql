-- Which rows end before they start?
select
    event.rowid as staged_row,
    'end_date' as column_name,
    event.end_date as value,
    event.start_date as other
from staging.event as event
where event.end_day < event.start_day
