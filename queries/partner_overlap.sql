-- How far do the partners overlap?
-- One row: the selected events, how many carry a partner, the pairs, and how many carry several.

with carried as (
    select
        s.event_id,
        count(distinct g.partner)                   as partners
    from selected as s
    left join engagement as g on g.event_id = s.event_id
    group by s.event_id
)
select
    count(*)                                        as events,
    count(case when c.partners > 0 then 1 end)      as with_partner,
    cast(coalesce(sum(c.partners), 0) as bigint)                    as pairs,
    count(case when c.partners > 1 then 1 end)      as with_several
from carried as c
