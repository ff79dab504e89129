-- One row per distinct list and value that it holds more than once.
create table staging.repeated as
with lists as (
    select once.*, string_split(once.text, ';') as items
    from staging.once as once
),
items as (
    select lists.column_name, lists.text, unnest(lists.items) as value
    from lists
    where len(list_distinct(lists.items)) < len(lists.items)
)
select items.column_name, items.text, items.value
from items
group by items.column_name, items.text, items.value
having count(*) > 1;
