-- Which dates lie outside 1950 to 2100?
with days as (
    select event.rowid as staged_row, 'start_date' as column_name, event.start_day as day
    from staging.event as event
    union all
    select event.rowid, 'end_date', event.end_day
    from staging.event as event
    union all
    select event.rowid, 'embargoed_until', event.embargo_day
    from staging.event as event
)
select
    days.staged_row,
    days.column_name,
    cast(days.day as varchar) as value,
    null as other
from days
where days.day not between date '1950-01-01' and date '2100-12-31'
