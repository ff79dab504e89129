-- What is the record that all numbers come from?
-- One row: its version, the span of its quarters, its organisation, the date its sources were read.

with retrieved as (
    select max(d.retrieved) as retrieved
    from dim_source as d
    where d.source_id not in (select c.id from concealed as c where c.dimension = 'source')
)
select
    r.version,
    s.first_day,
    s.last_day,
    t.retrieved,
    o.name_en,
    o.name_fr,
    o.short_name,
    o.url,
    o.fiscal_year_start
from record as r
cross join span as s
cross join retrieved as t
cross join dim_organisation as o
