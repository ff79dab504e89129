-- One row per address that cannot be followed as a link, and stays text.
create table staging.unlinked as
select
    address.staged_row,
    address.position,
    address.url
from staging.address as address
where not regexp_full_match(address.url, '(?i)https?://[^\s\p{Z}\p{C}"<>`“”«»]+');
