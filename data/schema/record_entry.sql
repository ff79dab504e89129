-- One row per line of a vocabulary that is kept; one without a name bears its id.
create table record_entry as
select
    entry.file,
    entry.line,
    entry.entry,
    coalesce(entry.name_en, entry.entry) as name_en,
    coalesce(entry.name_fr, entry.entry) as name_fr
from staging.entry as entry
order by entry.file, entry.line;
