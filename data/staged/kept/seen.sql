-- One row per event, way of counting and span of days on which the public sees the same of it.
-- `with_unconfirmed`, `without_unconfirmed`: the ways of counting that see it so. `themes`: a bit for each
-- of the first 62 themes of the vocabulary that it carries. `partners`: how many it carries.
create table staging.seen as
with divided as (
    select distinct carried.staged_row
    from staging.carried as carried
    where carried.confirmed_from is distinct from carried.any_from
),
events as (
    select
        kept.staged_row,
        ways.with_unconfirmed,
        ways.without_unconfirmed,
        shown.shown_from
    from staging.kept as kept
    join staging.shown as shown on shown.staged_row = kept.staged_row
    left join divided on divided.staged_row = kept.staged_row
    join (values (true, true), (true, false), (false, true)) as ways (with_unconfirmed, without_unconfirmed)
        on case
            when kept.status <> 'confirmed' then ways.with_unconfirmed and not ways.without_unconfirmed
            when divided.staged_row is null then ways.with_unconfirmed and ways.without_unconfirmed
            else ways.with_unconfirmed <> ways.without_unconfirmed
        end
    where kept.parent_event_id is null and kept.status <> 'draft'
),
carriages as (
    select
        events.*,
        carried.column_name,
        carried.value,
        greatest(
            events.shown_from,
            case when events.with_unconfirmed then carried.any_from else carried.confirmed_from end
        ) as day
    from events
    join staging.carried as carried on carried.staged_row = events.staged_row
    where events.with_unconfirmed or carried.confirmed_from is not null
),
changes as (
    select distinct staged_row, with_unconfirmed, without_unconfirmed, day
    from carriages
    where day > shown_from
    union all
    select staged_row, with_unconfirmed, without_unconfirmed, shown_from
    from events
    where staged_row in (select carriages.staged_row from carriages where carriages.day > carriages.shown_from)
),
spans as (
    select
        staged_row,
        with_unconfirmed,
        without_unconfirmed,
        day as seen_from,
        coalesce(
            lead(day) over (partition by staged_row, with_unconfirmed order by day) - 1, date '9999-12-31'
        ) as seen_until
    from changes
    union all
    select staged_row, with_unconfirmed, without_unconfirmed, shown_from, date '9999-12-31'
    from events
    where staged_row not in (select changes.staged_row from changes)
),
carried as (
    select
        spans.staged_row,
        spans.with_unconfirmed,
        spans.seen_from,
        bit_or(theme.bit) as themes,
        count(case when carriages.column_name = 'partners' then 1 end) as partners
    from spans
    join carriages
        on carriages.staged_row = spans.staged_row
        and carriages.with_unconfirmed = spans.with_unconfirmed
        and carriages.day <= spans.seen_from
    left join (
        select themes.theme_id, cast(1 as bigint) << cast(themes.position - 1 as bigint) as bit
        from staging.themes as themes
        where themes.position <= 62
    ) as theme on theme.theme_id = carriages.value and carriages.column_name = 'themes'
    where carriages.column_name in ('themes', 'partners')
    group by spans.staged_row, spans.with_unconfirmed, spans.seen_from
)
select
    spans.*,
    cast(date_trunc('month', kept.start_day) as date) as month,
    kept.country_id,
    place.region_id,
    coalesce(kept.format_id, 'unknown') as format_id,
    kept.date_precision in ('window', 'unknown') as approximate,
    coalesce(carried.themes, 0) as themes,
    cast(coalesce(carried.partners, 0) as integer) as partners
from spans
join staging.kept as kept on kept.staged_row = spans.staged_row
join staging.place as place on place.staged_row = spans.staged_row
left join carried
    on carried.staged_row = spans.staged_row
    and carried.with_unconfirmed = spans.with_unconfirmed
    and carried.seen_from = spans.seen_from;
