-- One row per set of themes, as events and activities carry them, and theme in it.
create table set_theme as
select
    held.theme_set,
    theme.theme_id
from staging.theme_set as held
join staging.themes as theme
    on held.themes & (cast(1 as uhugeint) << cast(theme.position - 1 as uhugeint)) <> 0
order by held.theme_set, theme.position;
