-- Which rows list a value twice?
select
    twice.staged_row,
    twice.column_name,
    twice.value,
    null as other
from staging.twice as twice
where twice.staged_row in (select kept.staged_row from staging.kept as kept)
