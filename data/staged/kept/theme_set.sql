-- One row per set of themes that an event or an activity carries, numbered from 1.
create table staging.theme_set as
with found as (
    select seen.themes from staging.seen as seen
    union
    select own.themes from staging.seen_activity as own
)
select
    cast(row_number() over (order by found.themes) as integer) as theme_set,
    found.themes
from found;
