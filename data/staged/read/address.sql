-- One row per address of a page that tells of a row, at its position from 1. Empty ones are left out.
-- `again`: the row names it above already. Most rows name one address, which needs no taking apart.
create view staging.address as
with lists as (
    select
        event.rowid as staged_row,
        list_transform(string_split(event.source_urls, ';'), lambda url: trim(url)) as items
    from staging.event as event
    where event.source_urls like '%;%'
),
items as (
    select
        lists.staged_row,
        lists.items,
        cast(generate_subscripts(lists.items, 1) as integer) as position,
        unnest(lists.items) as url
    from lists
)
select
    event.rowid as staged_row,
    1 as position,
    event.source_urls as url,
    false as again
from staging.event as event
where event.source_urls not like '%;%'
union all
select
    items.staged_row,
    items.position,
    items.url,
    list_position(items.items, items.url) < items.position as again
from items
where items.url <> '';
