-- Which combinations of themes occur, and how often?
-- One row per combination that a selected event carries; they add up to the events.

with counted as (
    select
        s.combination,
        s.themes,
        min(s.event_id)       as one,
        measure(events)       as events
    from combined as s
    group by s.combination, s.themes
)
select
    c.combination,
    coalesce(string_agg(d.name_en, ' + ' order by d.position), 'No theme')    as label_en,
    coalesce(string_agg(d.name_fr, ' + ' order by d.position), 'Aucun thème') as label_fr,
    c.themes,
    c.events
from counted as c
join carried_theme as t on t.event_id = c.one
left join dim_theme as d on d.theme_id = t.theme
group by c.combination, c.themes, c.events
order by
    case when c.combination = 'none' then 1 else 0 end,
    c.events desc,
    c.themes,
    c.combination
