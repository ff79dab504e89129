-- One row per source of the record. Several addresses are separated by ;
create table dim_source as
select
    source.source_id,
    source.title,
    source.publisher,
    source.url,
    source.licence as licence_en,
    source.licence_fr,
    source.period as period_en,
    source.period_fr,
    cast(source.retrieved as date) as retrieved,
    source.kind,
    source.language,
    source.completeness as completeness_en,
    source.completeness_fr
from staging.source as source
order by source.source_id;
