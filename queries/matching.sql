-- Which events carry what the reader chose, whatever their date?
-- One row per event that is not a draft and that would match if unconfirmed rows counted; `counted`
-- says whether it matches as things are. What the reader may not see is not among them.

select
    c.event_no,
    c.event_id,
    c.start_date,
    c.end_date,
    c.date_precision,
    c.country_id,
    c.region_id,
    c.format_id,
    c.role_id,
    c.status,
    c.counted
from candidate as c
where c.listed
order by c.event_id
