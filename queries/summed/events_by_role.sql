-- What did the organisation do there?
-- One row per role of the vocabulary. An event may stand in several: rows do not add up to the events.

select
    d.role_id                     as role,
    d.name_en                    as label_en,
    d.name_fr                    as label_fr,
    cast(coalesce(sum(v.events), 0) as bigint)   as events
from dim_role as d
left join value_sum as v on v.dimension = 'role' and v.value = d.role_id
group by d.role_id, d.name_en, d.name_fr, d.position
order by events desc, d.position
