-- One row per country, in the order of its vocabulary.
create table dim_country as
select
    entry.country_id,
    entry.name_en,
    entry.name_fr,
    entry.region_id,
    cast(entry.latitude as double) as latitude,
    cast(entry.longitude as double) as longitude,
    entry.position
from staging.countries as entry
order by entry.position;
