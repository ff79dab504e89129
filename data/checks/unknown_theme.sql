-- Which rows list a theme that its vocabulary lacks?
select
    listed.staged_row,
    listed.column_name,
    listed.value,
    null as other
from staging.listed as listed
where
    listed.column_name = 'themes'
    and listed.value not in (select entry.theme_id from staging.themes as entry)
