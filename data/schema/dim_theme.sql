-- One row per theme, in the order of its vocabulary.
create table dim_theme as
select
    entry.theme_id,
    entry.name_en,
    entry.name_fr,
    entry.meaning_en,
    entry.meaning_fr,
    entry.core = '1' as core,
    entry.position
from staging.themes as entry
order by entry.position;
