-- Which embargoes end on no real date, or on one not written year-month-day?
select
    event.rowid as staged_row,
    'embargoed_until' as column_name,
    event.embargoed_until as value,
    null as other
from staging.event as event
where event.embargoed_until is not null and event.embargo_day is null
