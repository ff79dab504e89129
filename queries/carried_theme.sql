-- Which themes does each selected event carry?
-- One row per selected event and theme; an event without one has a row whose theme is 'none'.
--
-- $unconfirmed   whether themes carried only by unconfirmed activities count

select
    s.event_id,
    s.start_date,
    s.region_id,
    coalesce(t.theme_id, 'none') as theme
from selected as s
left join bridge_event_theme as t
    on t.event_id = s.event_id and ($unconfirmed or not t.unconfirmed_only)
order by s.event_id, theme
