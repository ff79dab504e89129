-- One row per region, in the order of its vocabulary.
create table dim_region as
select
    entry.region_id,
    entry.name_en,
    entry.name_fr,
    entry.position
from staging.regions as entry
order by entry.position;
