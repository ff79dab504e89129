-- Which rows are in Canada, without a province?
select
    kept.staged_row,
    'subdivision' as column_name,
    kept.city as value,
    null as other
from staging.kept as kept
where kept.country_id = 'CA' and kept.subdivision is null
