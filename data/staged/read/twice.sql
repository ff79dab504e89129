-- One row per value that a row lists more than once. Lists without any are told by their distinct texts, which
-- are few: hence materialized, or DuckDB would split every list before it compares them.
create table staging.twice as
with texts as materialized (
    select distinct list.column_name, list.text
    from staging.list as list
    where list.column_name <> 'role'
),
lists as (
    select texts.*, string_split(texts.text, ';') as items
    from texts
),
items as (
    select lists.column_name, lists.text, unnest(lists.items) as value
    from lists
    where len(list_distinct(lists.items)) < len(lists.items)
),
repeated as (
    select items.column_name, items.text, items.value
    from items
    group by items.column_name, items.text, items.value
    having count(*) > 1
)
select list.staged_row, repeated.column_name, repeated.value
from repeated
join staging.list as list on list.column_name = repeated.column_name and list.text = repeated.text;
