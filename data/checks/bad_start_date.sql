-- Which start dates are no real date, or not written year-month-day?
select
    event.rowid as staged_row,
    'start_date' as column_name,
    event.start_date as value,
    null as other
from staging.event as event
where event.start_day is null
