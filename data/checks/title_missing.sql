-- Which rows have a title in neither language?
select
    event.rowid as staged_row,
    'title_en' as column_name,
    null as value,
    null as other
from staging.event as event
where event.title_en is null and event.title_fr is null
