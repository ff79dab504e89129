-- What is each country called, and where does it lie?
-- One row per country in the order of its id.

select
    d.country_id    as country,
    d.name_en       as label_en,
    d.name_fr       as label_fr,
    d.latitude,
    d.longitude,
    d.position
from dim_country as d
order by d.country_id
