-- Which rows list a project that its vocabulary lacks?
select
    list.staged_row,
    unknown.column_name,
    unknown.value,
    null as other
from staging.unknown as unknown
join staging.list as list on list.column_name = unknown.column_name and list.text = unknown.text
where unknown.column_name = 'projects'
