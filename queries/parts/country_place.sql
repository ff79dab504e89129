-- Where does each country stand in its vocabulary?
-- One row per country.

select
    d.country_id,
    d.position
from dim_country as d
order by d.position
