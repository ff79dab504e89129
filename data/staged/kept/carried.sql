-- One row per event or activity and value it carries: its own and, for an event, those of its activities.
-- Draft activities add nothing. `any_from`: the day from which the public may see any row that carries the
-- value; `confirmed_from`: a confirmed one, or null where a confirmed row has it from unconfirmed activities
-- alone. `times`: how often the row itself lists it.
create table staging.carried as
with activities as (
    select
        activity.staged_row,
        event.staged_row as event_row,
        activity.status = 'confirmed' as confirmed,
        shown.shown_from
    from staging.kept as activity
    join staging.named as event on event.event_id = activity.parent_event_id
    join staging.shown as shown on shown.staged_row = activity.staged_row
    where activity.status <> 'draft'
),
carriers as (
    select
        listed.staged_row,
        listed.column_name,
        listed.value,
        1 as times,
        true as confirmed,
        shown.shown_from
    from staging.listed as listed
    join staging.shown as shown on shown.staged_row = listed.staged_row
    union all
    select
        activities.event_row,
        listed.column_name,
        listed.value,
        0,
        activities.confirmed,
        activities.shown_from
    from activities
    join staging.listed as listed on listed.staged_row = activities.staged_row
),
carried as (
    select
        carriers.staged_row,
        carriers.column_name,
        carriers.value,
        sum(carriers.times) as times,
        sum(carriers.times) > 0 as own,
        min(case when carriers.confirmed then carriers.shown_from end) as confirmed_from,
        min(carriers.shown_from) as any_from
    from carriers
    group by carriers.staged_row, carriers.column_name, carriers.value
)
select
    kept.event_id,
    carried.* replace (
        case when kept.status = 'confirmed' then carried.confirmed_from else carried.any_from end as confirmed_from
    )
from carried
join staging.kept as kept on kept.staged_row = carried.staged_row;
