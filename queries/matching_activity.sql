-- Which activities carry what the reader chose, whatever their date?
-- One row per counted activity that carries a chosen value itself and that the reader may see.

select
    a.event_id,
    a.parent_event_id,
    a.start_date
from candidate_activity as a
where a.shown
order by a.event_id
