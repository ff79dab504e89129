-- How far do the themes overlap?
-- One row: the selected events, how many carry a theme, the pairs, and how many carry two or more.

with carried as (
    select
        c.event_id,
        count(distinct case when c.theme <> 'none' then c.theme end) as themes
    from carried_theme as c
    group by c.event_id
)
select
    count(*)                                      as events,
    count(case when c.themes > 0 then 1 end)      as with_theme,
    cast(coalesce(sum(c.themes), 0) as bigint)                    as pairs,
    count(case when c.themes > 1 then 1 end)      as with_several
from carried as c
