-- Where did the events take place?
-- One row per region, "Online" and "Place not recorded" among them; they add up to the events.

select
    r.region_id                   as region,
    r.name_en                     as label_en,
    r.name_fr                     as label_fr,
    cast(coalesce(sum(v.events), 0) as bigint)   as events
from dim_region as r
left join value_sum as v on v.dimension = 'region' and v.value = r.region_id
group by r.region_id, r.name_en, r.name_fr, r.position
order by
    case when r.region_id in ('online', 'not_recorded') then 1 else 0 end,
    events desc,
    r.position
