-- Which rows do not say how their dates are to be read?
select
    event.rowid as staged_row,
    'date_precision' as column_name,
    event.date_precision as value,
    null as other
from staging.event as event
where coalesce(event.date_precision, '') not in ('day', 'month', 'window', 'unknown')
