-- One row per row of staging.bundled and value that it carries, by the number of staging.known; the other
-- columns are those of staging.carried.
create table staging.bundled_value as
with items as (
    select
        list.staged_row,
        list.column_name,
        unnest(string_split(list.text, ';')) as value,
        list.own,
        list.confirmed,
        list.shown_from
    from staging.bundled_list as list
),
gathered as (
    select
        items.staged_row,
        known.value_no,
        bool_or(items.own) as own,
        min(case when items.confirmed then items.shown_from end) as confirmed_from,
        min(items.shown_from) as any_from
    from items
    join staging.known as known on known.column_name = items.column_name and known.value = items.value
    group by items.staged_row, known.value_no
)
select
    gathered.staged_row,
    gathered.value_no,
    gathered.own,
    case when bundled.confirmed then gathered.confirmed_from else gathered.any_from end as confirmed_from,
    gathered.any_from
from gathered
join staging.bundled as bundled on bundled.staged_row = gathered.staged_row;
