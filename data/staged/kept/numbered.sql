-- One row per kept row: its number, and that of the event of an activity. Events come first, in the order of
-- days, then activities, in the order of their events.
create table staging.numbered as
with events as (
    select
        kept.staged_row,
        cast(row_number() over (order by kept.start_day, kept.staged_row) - 1 as integer) as event_no
    from staging.kept as kept
    where kept.parent_event_id is null
),
activities as (
    select
        kept.staged_row,
        events.event_no as parent_no
    from staging.kept as kept
    join staging.parent as parent on parent.staged_row = kept.staged_row
    join events on events.staged_row = parent.parent_row
)
select
    events.staged_row,
    events.event_no,
    cast(null as integer) as parent_no
from events
union all
select
    activities.staged_row,
    cast(
        (select count(*) from events) + row_number() over (order by activities.parent_no, activities.staged_row) - 1
        as integer
    ),
    activities.parent_no
from activities;
