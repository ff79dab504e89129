-- One row per event or activity and value it carries: its own and, for an event, those of its activities.
-- Draft activities add nothing. `unconfirmed_only`: the row is confirmed, but neither it nor a confirmed
-- activity carries the value. `times`: how often the row itself lists it.
create table staging.carried as
with activities as (
    select
        activity.staged_row,
        event.staged_row as event_row,
        activity.status = 'confirmed' as confirmed
    from staging.kept as activity
    join staging.named as event on event.event_id = activity.parent_event_id
    where activity.status <> 'draft'
),
carriers as (
    select listed.staged_row, listed.column_name, listed.value, 1 as times, true as confirmed
    from staging.listed as listed
    union all
    select activities.event_row, listed.column_name, listed.value, 0, activities.confirmed
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
        not bool_or(carriers.confirmed) as unconfirmed_only
    from carriers
    group by carriers.staged_row, carriers.column_name, carriers.value
)
select
    kept.event_id,
    carried.* replace (carried.unconfirmed_only and kept.status = 'confirmed' as unconfirmed_only)
from carried
join staging.kept as kept on kept.staged_row = carried.staged_row;
