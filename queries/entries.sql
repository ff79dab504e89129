-- Which lines of a vocabulary does the record keep?
-- One row per line kept that the reader may see.
--
-- $mark_file   the vocabulary's file, or '' for all

select
    n.file,
    n.line,
    n.entry,
    n.name_en     as label_en,
    n.name_fr     as label_fr
from record_entry as n
where ($mark_file = '' or n.file = $mark_file)
  and not exists (
        select c.id
        from concealed as c
        where c.id = n.entry
          and n.file = case c.dimension
                when 'partner' then 'vocabulary/partners.csv'
                when 'project' then 'vocabulary/projects.csv'
            end)
order by n.file, n.line
