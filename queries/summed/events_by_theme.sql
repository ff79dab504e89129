-- Which themes did the events carry?
-- One row per theme of the vocabulary, and 'none' for the events that carry no theme.
--
-- An event with two themes stands in two rows: the rows do not add up to the events. Each row
-- repeats the selected events and how far their themes overlap.

with sizes as (
    select t.themes, count(*) as size
    from set_theme as t
    group by t.themes
),
overlap as (
    select
        cast(coalesce(sum(s.events), 0) as bigint)                            as events,
        cast(coalesce(sum(case when z.size > 0 then s.events end), 0) as bigint) as with_theme,
        cast(coalesce(sum(z.size * s.events), 0) as bigint)                   as pairs,
        cast(coalesce(sum(case when z.size > 1 then s.events end), 0) as bigint) as with_several
    from set_sum as s
    left join sizes as z on z.themes = s.themes
),
carried as (
    select t.theme_id as theme, sum(s.events) as events
    from set_sum as s
    join set_theme as t on t.themes = s.themes
    group by t.theme_id
),
themes as (
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
    case
        when t.theme = 'none' then o.events - o.with_theme
        else cast(coalesce(c.events, 0) as bigint)
    end                           as events,
    o.events                      as of_events,
    o.with_theme,
    o.pairs,
    o.with_several
from themes as t
cross join overlap as o
left join carried as c on c.theme = t.theme
order by t.core desc, case when t.theme = 'none' then 1 else 0 end, events desc, t.position
