-- One row per partner, way of counting and day from which more of it is seen: the first event then known.
create table sum_first_met as
with met as (
    select
        carried.value as partner_id,
        ways.with_unconfirmed,
        not ways.with_unconfirmed as without_unconfirmed,
        greatest(
            shown.shown_from,
            case when ways.with_unconfirmed then carried.any_from else carried.confirmed_from end
        ) as seen_from,
        kept.start_day,
        kept.end_day,
        kept.date_precision,
        kept.event_id
    from staging.carried as carried
    join staging.kept as kept on kept.staged_row = carried.staged_row
    join staging.shown as shown on shown.staged_row = carried.staged_row
    join (values (true), (false)) as ways (with_unconfirmed)
        on case
            when ways.with_unconfirmed then kept.status <> 'draft'
            else kept.status = 'confirmed' and carried.confirmed_from is not null
        end
    where carried.column_name = 'partners'
      and kept.parent_event_id is null
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
order by first.partner_id, first.with_unconfirmed, first.seen_from;
