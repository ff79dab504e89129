-- Which combinations of themes occur, and how often?
-- One row per combination that a selected event carries; they add up to the events.

select
    s.combination,
    s.label_en,
    s.label_fr,
    s.themes,
    measure(events)       as events
from combined as s
group by s.combination, s.label_en, s.label_fr, s.themes
order by
    case when s.combination = 'none' then 1 else 0 end,
    events desc,
    s.themes,
    s.combination
