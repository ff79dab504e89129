-- One row per partner, way of counting and day from which more of it is seen: the first event then known.
create table sum_first_met as
with met as (
    select
        partner.partner_id,
        ways.with_unconfirmed,
        greatest(
            event.shown_from,
            case when ways.with_unconfirmed then partner.any_from else partner.confirmed_from end
        ) as seen_from,
        event.start_date,
        event.event_id,
        event.end_date,
        event.date_precision
    from bridge_event_partner as partner
    join fct_event as event on event.event_no = partner.event_no
    join (values (true), (false)) as ways (with_unconfirmed)
        on case
            when ways.with_unconfirmed then event.status <> 'draft'
            else event.status = 'confirmed' and partner.confirmed_from is not null
        end
    where event.parent_event_id is null
),
days as (
    select met.partner_id, met.with_unconfirmed, met.seen_from, min(met.start_date) as first_day
    from met
    group by met.partner_id, met.with_unconfirmed, met.seen_from
),
first as (
    select
        met.partner_id,
        met.with_unconfirmed,
        met.seen_from,
        min((met.start_date, met.event_id, met.end_date, met.date_precision)) as event
    from met
    join days
        on days.partner_id = met.partner_id
        and days.with_unconfirmed = met.with_unconfirmed
        and days.seen_from = met.seen_from
        and days.first_day = met.start_date
    group by met.partner_id, met.with_unconfirmed, met.seen_from
)
select
    first.partner_id,
    first.with_unconfirmed,
    not first.with_unconfirmed as without_unconfirmed,
    first.seen_from,
    first.event[1] as start_date,
    first.event[2] as event_id,
    first.event[3] as end_date,
    first.event[4] as date_precision
from first
order by first.partner_id, first.with_unconfirmed, first.seen_from;
