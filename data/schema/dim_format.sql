-- One row per format of an event, in the order of its vocabulary.
create table dim_format as
select
    entry.format_id,
    entry.name_en,
    entry.name_fr,
    entry.position
from staging.formats as entry
order by entry.position;
