-- Which theme was carried where?
-- One row per theme and region with at least one event. Themes overlap: rows add up to no total.

select
    s.theme,
    coalesce(t.name_en, 'No theme')      as label_en,
    coalesce(t.name_fr, 'Aucun thème')   as label_fr,
    r.region_id                          as region,
    r.name_en                            as region_en,
    r.name_fr                            as region_fr,
    r.position                           as region_position,
    measure(events)                      as events
from carried_theme as s
join dim_region as r on r.region_id = s.region_id
left join dim_theme as t on t.theme_id = s.theme
group by
    s.theme, t.name_en, t.name_fr, t.core, t.position, r.region_id, r.name_en, r.name_fr, r.position
order by
    t.core desc nulls last,
    t.position nulls last,
    r.position
