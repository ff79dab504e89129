-- Do the parts add up to the whole?
-- One row per way of cutting the selected events; `holds` says whether it does.
--
-- By quarter, region and format the parts are added. Themes and partners overlap, so there the
-- events that carry any are united, and those that carry none are added.

with whole as (
    select measure(events) as events
    from selected as s
),
cuts as (
    select 1 as position, 'quarter' as cut, cast(coalesce(sum(q.events), 0) as bigint) as counted, 0 as without
    from events_by_quarter as q
    union all
    select 2, 'region', cast(coalesce(sum(r.events), 0) as bigint), 0
    from events_by_region as r
    union all
    select 3, 'format', cast(coalesce(sum(f.events), 0) as bigint), 0
    from events_by_format as f
    union all
    select
        4,
        'theme',
        count(distinct case when t.theme <> 'none' then t.event_id end),
        count(distinct case when t.theme = 'none' then t.event_id end)
    from carried_theme as t
    union all
    select
        5,
        'partner',
        count(distinct g.event_id),
        coalesce(max(case when b.partner = 'none' then b.events end), 0)
    from events_by_partner as b
    left join engagement as g on g.partner = b.partner
)
select
    c.cut,
    w.events                            as total,
    c.counted,
    c.without,
    c.counted + c.without = w.events    as holds
from cuts as c
cross join whole as w
order by c.position
