-- Which themes does each selected event carry?
-- One row per selected event and theme; an event without one has a row whose theme is 'none'.
--
-- $unconfirmed   whether themes carried only by unconfirmed activities count
-- $shown_on      the day on which the reader may see what is shown from then on

select
    s.event_id,
    s.start_date,
    s.region_id,
    coalesce(t.theme_id, 'none') as theme
from selected as s
left join bridge_event_theme as t
    on t.event_no = s.event_no
    and case when $unconfirmed then t.any_from else t.confirmed_from end <= $shown_on
order by s.event_id, theme
