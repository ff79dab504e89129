-- What is the record that all numbers come from?
-- One row: its version, the span of its quarters, its organisation, the date its sources were read.

select
    r.version,
    r.first_day,
    r.last_day,
    r.retrieved,
    o.name_en,
    o.name_fr,
    o.short_name,
    o.url,
    o.fiscal_year_start
from record as r
cross join dim_organisation as o
