-- Which themes did the events carry?
-- One row per theme of the vocabulary, and 'none' for the events that carry no theme.
--
-- An event with two themes stands in two rows: the rows do not add up to the events. Each row
-- repeats the selected events and how far their themes overlap.

with themes as (
    select
        d.theme_id                as theme,
        d.name_en                 as label_en,
        d.name_fr                 as label_fr,
        d.core,
        d.position
    from dim_theme as d
    union all
    select 'none', 'No theme', 'Aucun thème', false, 1000000
)
select
    t.theme,
    t.label_en,
    t.label_fr,
    t.core,
    measure(events)               as events,
    o.events                      as of_events,
    o.with_theme,
    o.pairs,
    o.with_several
from themes as t
cross join theme_overlap as o
left join carried_theme as s on s.theme = t.theme
group by
    t.theme, t.label_en, t.label_fr, t.core, t.position, o.events, o.with_theme, o.pairs,
    o.with_several
order by t.core desc, case when t.theme = 'none' then 1 else 0 end, events desc, t.position
