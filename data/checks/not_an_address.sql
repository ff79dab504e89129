-- Which addresses cannot be followed as links?
select
    unlinked.staged_row,
    'source_urls' as column_name,
    unlinked.url as value,
    null as other
from staging.unlinked as unlinked
where unlinked.staged_row in (select kept.staged_row from staging.kept as kept)
