-- One row per address of a page that tells of a row, at its position from 1. Empty ones are left out.
create table staging.address as
with lists as (
    select event.rowid as staged_row, string_split(event.source_urls, ';') as items
    from staging.event as event
    where event.source_urls is not null
),
items as (
    select
        lists.staged_row,
        cast(generate_subscripts(lists.items, 1) as integer) as position,
        trim(unnest(lists.items)) as url
    from lists
)
select * from items where items.url <> '';
