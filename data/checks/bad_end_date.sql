-- Which end dates are no real date, or not written year-month-day?
select
    event.rowid as staged_row,
    'end_date' as column_name,
    event.end_date as value,
    null as other
from staging.event as event
where event.end_day is null
