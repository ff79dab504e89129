-- One row per partner, way of counting and day from which more of it is seen: the first event then known.
create table sum_first_met as
with met as (
    select
        carried.value as partner_id,
        seen.with_unconfirmed,
        seen.without_unconfirmed,
        greatest(seen.seen_from, case when seen.with_unconfirmed then carried.any_from else carried.confirmed_from end)
            as seen_from,
        kept.start_day,
        kept.end_day,
        kept.date_precision,
        kept.event_id
    from staging.seen as seen
    join staging.kept as kept on kept.staged_row = seen.staged_row
    join staging.carried_value as carried
        on carried.staged_row = seen.staged_row
        and case when seen.with_unconfirmed then carried.any_from else carried.confirmed_from end <= seen.seen_from
    where carried.column_name = 'partner'
),
first as (
    select
        met.partner_id,
        met.with_unconfirmed,
        met.without_unconfirmed,
        met.seen_from,
        min((met.start_day, met.event_id, met.end_day, met.date_precision)) as event
    from met
    group by met.partner_id, met.with_unconfirmed, met.without_unconfirmed, met.seen_from
)
select
    first.partner_id,
    first.with_unconfirmed,
    first.without_unconfirmed,
    first.seen_from,
    first.event[1] as start_date,
    first.event[2] as event_id,
    first.event[3] as end_date,
    first.event[4] as date_precision
from first
order by first.partner_id, first.seen_from;
