-- One row per value that a row lists more than once. Lists that hold none are told by their distinct texts.
create table staging.twice as
with texts as (
    select distinct list.column_name, list.text
    from staging.list as list
    where list.text like '%;%'
),
lists as (
    select
        texts.*,
        list_transform(string_split(texts.text, ';'), lambda item: trim(item)) as items
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
    where items.value <> ''
    group by items.column_name, items.text, items.value
    having count(*) > 1
)
select list.staged_row, repeated.column_name, repeated.value
from repeated
join staging.list as list on list.column_name = repeated.column_name and list.text = repeated.text;
