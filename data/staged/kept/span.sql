-- One row: the first and the last day of the quarters that the record spans; null when it is empty.
create table staging.span as
with days as (
    select kept.start_day as day from staging.kept as kept where kept.parent_event_id is null
    union all
    select make_date(cast(left(listed.quarter, 4) as integer), 3 * cast(right(listed.quarter, 1) as integer), 1)
    from staging.coverage as listed
)
select
    cast(date_trunc('quarter', min(days.day)) as date) as first_day,
    cast(date_trunc('quarter', max(days.day)) + interval 3 month - interval 1 day as date) as last_day
from days;
