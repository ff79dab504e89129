-- One row per row of staging.bundled and list that it carries: its own, and those of its activities.
create table staging.bundled_list as
with carriers as (
    select
        bundled.staged_row,
        bundled.staged_row as carrier,
        true as own,
        true as confirmed
    from staging.bundled as bundled
    union all
    select
        activity.event_row,
        activity.staged_row,
        false,
        activity.confirmed
    from staging.activity as activity
)
select
    carriers.staged_row,
    list.column_name,
    list.text,
    carriers.own,
    carriers.confirmed,
    coalesce(withheld.shown_from, date '0001-01-01') as shown_from
from carriers
join staging.list as list on list.staged_row = carriers.carrier
left join staging.withheld as withheld on withheld.staged_row = carriers.carrier;
