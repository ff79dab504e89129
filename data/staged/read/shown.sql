-- One row per row of staging.event: the day from which the public may see it.
-- Always is 0001-01-01, never 9999-12-31. An activity waits for its event, and a row whose visibility or
-- embargo cannot be read is never shown. So does a row that names a hidden one: what is said of it names both.
create table staging.shown as
with own as (
    select
        event.rowid as staged_row,
        event.event_id,
        event.parent_event_id,
        case
            when coalesce(event.visibility, 'public') <> 'public' then date '9999-12-31'
            when event.embargoed_until is null then date '0001-01-01'
            else coalesce(event.embargo_day, date '9999-12-31')
        end as shown_from
    from staging.event as event
),
named as (
    select named.event_id, own.parent_event_id, own.shown_from
    from staging.named as named
    join own on own.staged_row = named.staged_row
)
select
    own.staged_row,
    greatest(
        own.shown_from,
        coalesce(namesake.shown_from, own.shown_from),
        coalesce(parent.shown_from, own.shown_from),
        coalesce(grandparent.shown_from, own.shown_from)
    ) as shown_from
from own
left join named as namesake on namesake.event_id = own.event_id
left join named as parent on parent.event_id = own.parent_event_id
left join named as grandparent on grandparent.event_id = parent.parent_event_id;
