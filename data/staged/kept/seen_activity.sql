-- One row per activity of an event, way of counting and span of days on which the public sees the same of both.
-- `event_themes`: those of its event; `themes`: those it carries itself, as bits.
create table staging.seen_activity as
with own as (
    select
        listed.staged_row,
        bit_or(cast(1 as bigint) << cast(theme.position - 1 as bigint)) as themes
    from staging.listed as listed
    join staging.themes as theme on theme.theme_id = listed.value and theme.position <= 62
    where listed.column_name = 'themes'
    group by listed.staged_row
)
select
    activity.staged_row,
    seen.with_unconfirmed,
    seen.without_unconfirmed and activity.status = 'confirmed' as without_unconfirmed,
    greatest(seen.seen_from, shown.shown_from) as seen_from,
    seen.seen_until,
    seen.month,
    seen.themes as event_themes,
    coalesce(own.themes, 0) as themes
from staging.kept as activity
join staging.named as event on event.event_id = activity.parent_event_id
join staging.seen as seen on seen.staged_row = event.staged_row
join staging.shown as shown on shown.staged_row = activity.staged_row
left join own on own.staged_row = activity.staged_row
where activity.status <> 'draft'
  and (seen.with_unconfirmed or activity.status = 'confirmed')
  and shown.shown_from <= seen.seen_until;
