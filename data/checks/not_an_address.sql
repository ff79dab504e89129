-- Which addresses cannot be followed as links?
select
    address.staged_row,
    'source_urls' as column_name,
    address.url as value,
    null as other
from staging.address as address
where
    not address.is_link
    and address.staged_row in (select kept.staged_row from staging.kept as kept)
