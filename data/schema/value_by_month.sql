-- One row per theme, month, country or partner met in it, way of counting and span of days seen.
-- The theme is empty in the rows of events of any theme, or of none.
create table value_by_month as
with met as (
    select seen.*, 'country' as dimension, seen.country_id as value
    from staging.seen as seen
    where seen.country_id is not null
    union all
    select seen.*, carried.column_name, carried.value
    from staging.seen as seen
    join staging.carried_value as carried
        on carried.staged_row = seen.staged_row
        and case when seen.with_unconfirmed then carried.any_from else carried.confirmed_from end <= seen.seen_from
    where carried.column_name = 'partner'
),
of_sets as (
    select distinct
        met.themes,
        met.month,
        met.dimension,
        met.value,
        met.with_unconfirmed,
        met.without_unconfirmed,
        met.seen_from,
        met.seen_until
    from met
    ),
named as (
    select held.themes, held.theme_id
    from set_theme as held
    union all
    select distinct seen.themes, ''
    from staging.seen as seen
)
select distinct
    named.theme_id,
    of_sets.month,
    of_sets.dimension,
    of_sets.value,
    of_sets.with_unconfirmed,
    of_sets.without_unconfirmed,
    of_sets.seen_from,
    of_sets.seen_until
from of_sets
join named on named.themes = of_sets.themes
order by of_sets.dimension, named.theme_id, of_sets.month, of_sets.value;
