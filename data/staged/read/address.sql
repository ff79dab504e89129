-- One row per address of a page that tells of a row, at its position from 1. Empty ones are left out.
-- `is_link`: the address can be followed; any other stays text.
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
select
    items.*,
    regexp_full_match(items.url, '(?i)https?://[^\s\p{Z}\p{C}"<>`“”«»]+') as is_link
from items
where items.url <> '';
