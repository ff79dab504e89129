-- One row per value that a row lists more than once.
create view staging.twice as
select list.staged_row, repeated.column_name, repeated.value
from staging.repeated as repeated
join staging.list as list on list.column_name = repeated.column_name and list.text = repeated.text;
