-- Which addresses do not start with http:// or https://?
select
    address.staged_row,
    'source_urls' as column_name,
    address.url as value,
    null as other
from staging.address as address
where
    not regexp_matches(address.url, '^https?://')
    and address.staged_row in (select kept.staged_row from staging.kept as kept)
