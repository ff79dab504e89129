-- Which lines of a vocabulary does the record keep?
-- One row per line kept.
--
-- $mark_file   the vocabulary's file, or '' for all

select
    n.file,
    n.line,
    n.entry,
    n.name_en     as label_en,
    n.name_fr     as label_fr
from record_entry as n
where $mark_file = '' or n.file = $mark_file
order by n.file, n.line
