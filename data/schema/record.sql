-- One row per warehouse: the version of the record, the days it spans, the last day a source was read.
create table record as
select
    made.version,
    made.schema_version,
    span.first_day,
    span.last_day,
    (select max(cast(source.retrieved as date)) from staging.source as source) as retrieved
from staging.made as made
cross join staging.span as span;
