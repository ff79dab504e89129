-- Which combination of themes does each selected event carry?
-- One row per selected event; 'none' for an event without a theme.

select
    s.event_id,
    coalesce(string_agg(d.theme_id, '+' order by d.position), 'none')        as combination,
    count(d.theme_id)                                                        as themes
from carried_theme as s
left join dim_theme as d on d.theme_id = s.theme
group by s.event_id
order by s.event_id
