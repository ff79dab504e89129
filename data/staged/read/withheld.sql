-- One row per row of staging.event that the public may not see at once: the day from which it may.
-- Never is 9999-12-31. An activity waits for its event, and a row whose visibility or embargo cannot be read
-- is never shown. So does a row that names a hidden one: what is said of it names both.
create table staging.withheld as
with own as (
    select
        event.rowid as staged_row,
        event.event_id,
        case
            when coalesce(event.visibility, 'public') <> 'public' then date '9999-12-31'
            else coalesce(event.embargo_day, date '9999-12-31')
        end as shown_from
    from staging.event as event
    where event.embargoed_until is not null or event.visibility <> 'public'
),
first as (
    select own.*
    from own
    join staging.named as named on named.staged_row = own.staged_row
),
above as (
    select parent.staged_row, first.shown_from
    from staging.parent as parent
    join first on first.staged_row = parent.parent_row
),
reasons as (
    select own.staged_row, own.shown_from
    from own
    union all
    select event.rowid, first.shown_from
    from staging.event as event
    join first on first.event_id = event.event_id
    union all
    select above.staged_row, above.shown_from
    from above
    union all
    select parent.staged_row, above.shown_from
    from staging.parent as parent
    join above on above.staged_row = parent.parent_row
)
select
    reasons.staged_row,
    max(reasons.shown_from) as shown_from
from reasons
group by reasons.staged_row;
