-- One row per source of the record. Several addresses are separated by ;
create table dim_source as
select
    source.source_id,
    source.title,
    source.publisher,
    source.url,
    source.licence,
    source.period,
    cast(source.retrieved as date) as retrieved,
    source.kind,
    source.language,
    source.completeness
from staging.source as source
order by source.source_id;
