-- Which bit stands for each theme in the sums?
-- One row per theme; the first has the lowest bit.

select
    d.theme_id,
    d.position
from dim_theme as d
order by d.position
