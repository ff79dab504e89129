-- One row per partner, way of counting and day from which more of it is seen: the first event then known.
create table sum_first_met as
with met as (
    select
        partner.partner_id,
        partner.any_from,
        partner.confirmed_from,
        event.status,
        event.shown_from,
        min(event.start_date) as first_day
    from bridge_event_partner as partner
    join fct_event as event on event.event_no = partner.event_no
    where event.parent_event_id is null
    group by partner.partner_id, partner.any_from, partner.confirmed_from, event.status, event.shown_from
),
seen as (
    select
        met.*,
        ways.with_unconfirmed,
        greatest(
            met.shown_from,
            case when ways.with_unconfirmed then met.any_from else met.confirmed_from end
        ) as seen_from
    from met
    join (values (true), (false)) as ways (with_unconfirmed)
        on case
            when ways.with_unconfirmed then met.status <> 'draft'
            else met.status = 'confirmed' and met.confirmed_from is not null
        end
),
days as (
    select seen.partner_id, seen.with_unconfirmed, seen.seen_from, min(seen.first_day) as first_day
    from seen
    group by seen.partner_id, seen.with_unconfirmed, seen.seen_from
),
first as (
    select
        seen.partner_id,
        seen.with_unconfirmed,
        seen.seen_from,
        min((event.start_date, event.event_id, event.end_date, event.date_precision)) as event
    from seen
    join days
        on days.partner_id = seen.partner_id
        and days.with_unconfirmed = seen.with_unconfirmed
        and days.seen_from = seen.seen_from
        and days.first_day = seen.first_day
    join fct_event as event
        on event.start_date = seen.first_day
        and event.status = seen.status
        and event.shown_from = seen.shown_from
        and event.parent_event_id is null
    join bridge_event_partner as partner
        on partner.event_no = event.event_no
        and partner.partner_id = seen.partner_id
        and partner.any_from = seen.any_from
        and partner.confirmed_from is not distinct from seen.confirmed_from
    group by seen.partner_id, seen.with_unconfirmed, seen.seen_from
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
