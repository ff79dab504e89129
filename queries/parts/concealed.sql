-- Which partners, projects and sources may not be named, since only what is hidden carries them?
-- One row per dimension and id. What nothing carries at all is a word of a vocabulary and may be named.
--
-- $shown_on   the day on which the reader may see what is shown from then on

with carried as (
    select 'partner' as dimension, p.partner_id as id, p.any_from as shown_from
    from bridge_event_partner as p
    union all
    select 'project', j.project_id, j.any_from from bridge_event_project as j
    union all
    select 'source', e.source_id, e.shown_from from fct_event as e
)
select
    c.dimension,
    c.id
from carried as c
group by c.dimension, c.id
having min(c.shown_from) > $shown_on
order by c.dimension, c.id
