-- In what format did the events take place?
-- One row per format; they add up to the events.

select
    f.format_id                   as format,
    f.name_en                     as label_en,
    f.name_fr                     as label_fr,
    measure(events)               as events
from dim_format as f
left join selected as s on s.format_id = f.format_id
group by f.format_id, f.name_en, f.name_fr, f.position
order by f.position
