-- One row per value that a row lists itself, as often as it does. Empty values are left out.
create view staging.listed as
with items as (
    select
        list.staged_row,
        list.column_name,
        trim(unnest(string_split(list.text, ';'))) as value
    from staging.list as list
)
select items.* from items where items.value <> '';
