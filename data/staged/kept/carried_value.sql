-- One row per event or activity and value it carries, under the name of its dimension.
create view staging.carried_value as
select
    carried.staged_row,
    case carried.column_name
        when 'themes' then 'theme'
        when 'partners' then 'partner'
        when 'projects' then 'project'
        else carried.column_name
    end as column_name,
    carried.value,
    carried.confirmed_from,
    carried.any_from
from staging.carried as carried;
