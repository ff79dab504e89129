-- Which theme moved?
-- One row per theme and quarter that the period touches; 'none' for the events without a theme.
--
-- $first_day, $last_day   inclusive bounds on the day an event starts
-- $calendar               'calendar' or 'fiscal': which quarters

with themes as (
    select d.theme_id as theme, d.name_en as label_en, d.name_fr as label_fr, d.core, d.position
    from dim_theme as d
    union all
    select 'none', 'No theme', 'Aucun thème', false, 1000000
),
grid as (
    select
        t.theme,
        t.label_en,
        t.label_fr,
        t.core,
        t.position        as theme_position,
        q.quarter_id      as quarter,
        q.label_en        as quarter_en,
        q.label_fr        as quarter_fr,
        q.coverage,
        q.first_day,
        q.last_day,
        q.position        as quarter_position
    from themes as t
    cross join known_quarter as q
    where q.calendar = $calendar
      and q.last_day >= $first_day
      and q.first_day <= $last_day
)
select
    g.theme,
    g.label_en,
    g.label_fr,
    g.core,
    g.quarter,
    g.quarter_en,
    g.quarter_fr,
    g.coverage,
    measure(events)       as events
from grid as g
left join carried_theme as s
    on s.theme = g.theme and s.start_date between g.first_day and g.last_day
group by
    g.theme, g.label_en, g.label_fr, g.core, g.theme_position, g.quarter, g.quarter_en,
    g.quarter_fr, g.coverage, g.quarter_position
order by
    g.core desc,
    case when g.theme = 'none' then 1 else 0 end,
    g.theme_position,
    g.quarter_position
