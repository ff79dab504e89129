-- Which activities of the selected events carry a chosen value themselves?
-- One row per activity.

select
    a.event_id,
    a.parent_event_id,
    a.start_date
from matching_activity as a
join selected as s on s.event_id = a.parent_event_id
order by a.event_id
