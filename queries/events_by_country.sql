-- In which countries did the events take place?
-- One row per country with at least one selected event; events without a country have none.

select
    c.country_id                  as country,
    c.name_en                     as label_en,
    c.name_fr                     as label_fr,
    c.latitude,
    c.longitude,
    measure(events)               as events
from selected as s
join dim_country as c on c.country_id = s.country_id
group by c.country_id, c.name_en, c.name_fr, c.latitude, c.longitude
order by events desc, c.country_id
