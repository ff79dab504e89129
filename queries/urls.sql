-- Which pages bear out each event and activity?
-- One row per event or activity of the record and page.

select
    u.event_id,
    u.position,
    u.url
from bridge_event_url as u
order by u.event_id, u.position
