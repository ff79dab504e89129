-- One row per partner, project and source that a row carries: the day from which the public sees any such row.
create table sum_named as
with named as (
    select 'partner' as dimension, partner.partner_id as id, min(partner.any_from) as shown_from
    from bridge_event_partner as partner
    group by partner.partner_id
    union all
    select 'project', project.project_id, min(project.any_from)
    from bridge_event_project as project
    group by project.project_id
    union all
    select 'source', event.source_id, min(event.shown_from)
    from fct_event as event
    group by event.source_id
)
select
    named.dimension,
    named.id,
    named.shown_from
from named
order by named.dimension, named.id;
