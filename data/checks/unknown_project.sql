-- Which rows list a project that its vocabulary lacks?
select
    listed.staged_row,
    listed.column_name,
    listed.value,
    null as other
from staging.listed as listed
where
    listed.column_name = 'projects'
    and listed.value not in (select entry.project_id from staging.projects as entry)
