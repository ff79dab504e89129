-- Which rows known to the month do not run from its first to its last day?
select
    kept.staged_row,
    'date_precision' as column_name,
    kept.start_date || ' – ' || kept.end_date as value,
    null as other
from staging.kept as kept
where
    kept.date_precision = 'month'
    and (kept.start_day <> date_trunc('month', kept.start_day) or kept.end_day <> last_day(kept.start_day))
