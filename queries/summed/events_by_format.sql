-- In what format did the events take place?
-- One row per format; they add up to the events.

select
    f.format_id                   as format,
    f.name_en                     as label_en,
    f.name_fr                     as label_fr,
    cast(coalesce(sum(v.events), 0) as bigint)   as events
from dim_format as f
left join value_sum as v on v.dimension = 'format' and v.value = f.format_id
group by f.format_id, f.name_en, f.name_fr, f.position
order by f.position
