-- Which projects did the events carry?
-- One row per project that may be named. An event may stand in several: rows do not add up to the events.

select
    d.project_id                     as project,
    d.name_en                    as label_en,
    d.name_fr                    as label_fr,
    cast(coalesce(sum(v.events), 0) as bigint)   as events
from dim_project as d
left join value_sum as v on v.dimension = 'project' and v.value = d.project_id
where d.project_id not in (select c.id from concealed as c where c.dimension = 'project')
group by d.project_id, d.name_en, d.name_fr, d.position
order by events desc, d.position
