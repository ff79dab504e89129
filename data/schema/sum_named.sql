-- One row per partner, project and source that a row carries: the day from which the public sees any such row.
create table sum_named as
with named as (
    select
        case carried.column_name when 'partners' then 'partner' else 'project' end as dimension,
        carried.value as id,
        carried.any_from as shown_from
    from staging.carried as carried
    where carried.column_name in ('partners', 'projects')
    union all
    select 'source', kept.source_id, shown.shown_from
    from staging.kept as kept
    join staging.shown as shown on shown.staged_row = kept.staged_row
)
select
    named.dimension,
    named.id,
    min(named.shown_from) as shown_from
from named
group by named.dimension, named.id
order by named.dimension, named.id;
