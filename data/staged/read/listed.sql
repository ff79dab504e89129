-- One row per value that a row lists itself, as often as it does.
create view staging.listed as
select
    list.staged_row,
    list.column_name,
    unnest(string_split(list.text, ';')) as value
from staging.list as list;
