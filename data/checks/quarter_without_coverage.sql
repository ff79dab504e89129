-- Which events lie in a quarter that the coverage does not list?
with quarters as (
    select
        kept.staged_row,
        kept.start_date as value,
        year(kept.start_day) || '-Q' || quarter(kept.start_day) as quarter
    from staging.kept as kept
    where kept.parent_event_id is null
)
select
    quarters.staged_row,
    'start_date' as column_name,
    quarters.value,
    quarters.quarter as other
from quarters
where quarters.quarter not in (select listed.quarter from staging.coverage as listed)
