-- One row per set of themes that an event carries, as bits, and theme in it.
create table set_theme as
with found as (
    select distinct seen.themes
    from staging.seen as seen
)
select
    found.themes,
    theme.theme_id
from found
join staging.themes as theme
    on theme.position <= 62
    and found.themes & (cast(1 as bigint) << cast(theme.position - 1 as bigint)) <> 0
order by found.themes, theme.position;
