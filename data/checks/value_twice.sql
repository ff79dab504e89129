-- Which rows list a value twice?
select
    carried.staged_row,
    carried.column_name,
    carried.value,
    null as other
from staging.carried as carried
where carried.times > 1
