-- One row per set of themes (as bits), value of another dimension, way of counting and span of days seen: the events of any date.
-- Partners, projects and roles overlap: an event stands at each of those it carries, or at partner 'none'.
create table sum_by_value as
with values_of_events as (
    select seen.*, 'region' as dimension, seen.region_id as value
    from staging.seen as seen
    union all
    select seen.*, 'format', seen.format_id
    from staging.seen as seen
    union all
    select seen.*, 'country', seen.country_id
    from staging.seen as seen
    where seen.country_id is not null
    union all
    select seen.*, 'partner', 'none'
    from staging.seen as seen
    where seen.partners = 0
    union all
    select seen.*, carried.column_name, carried.value
    from staging.seen as seen
    join staging.carried_value as carried
        on carried.staged_row = seen.staged_row
        and case when seen.with_unconfirmed then carried.any_from else carried.confirmed_from end <= seen.seen_from
    where carried.column_name <> 'theme'
)
select
    found.themes,
    found.dimension,
    found.value,
    found.with_unconfirmed,
    found.without_unconfirmed,
    found.seen_from,
    found.seen_until,
    count(*) as events
from values_of_events as found
group by
    found.themes, found.dimension, found.value, found.with_unconfirmed, found.without_unconfirmed,
    found.seen_from, found.seen_until
order by found.dimension, found.value, found.themes;
