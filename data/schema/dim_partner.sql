-- One row per partner, in the order of its vocabulary.
create table dim_partner as
select
    entry.partner_id,
    entry.name_en,
    entry.name_fr,
    entry.acronym as acronym_en,
    coalesce(nullif(entry.acronym_fr, ''), entry.acronym) as acronym_fr,
    entry.aliases,
    entry.kind as kind_id,
    entry.country_iso2 as country_id,
    entry.source_url,
    entry.position
from staging.partners as entry
order by entry.position;
