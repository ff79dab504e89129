-- How did the headline measures move over the last eight quarters?
-- One row per quarter, the last being the one in which the period ends; filters as in the selection.
--
-- $last_day       last day of the period
-- $calendar       'calendar' or 'fiscal': which quarters

with recent as (
    select q.quarter_id, q.label_en, q.label_fr, q.coverage, q.first_day, q.last_day, q.position
    from known_quarter as q
    where q.calendar = $calendar and q.first_day <= $last_day
    order by q.position desc
    limit 8
),
counted as (
    select r.quarter_id, sum(m.events) as events
    from recent as r
    join month_sum as m on m.month between r.first_day and r.last_day and m.counted
    group by r.quarter_id
),
done as (
    select r.quarter_id, sum(a.activities) as activities
    from recent as r
    join activity_sum as a on a.month between r.first_day and r.last_day
    group by r.quarter_id
),
met as (
    select distinct r.quarter_id, r.first_day, v.dimension, v.value
    from recent as r
    join month_value as v on v.month between r.first_day and r.last_day
),
named as (
    select
        m.quarter_id,
        count(case when m.dimension = 'country' then 1 end)                                 as countries,
        count(case when m.dimension = 'partner' then 1 end)                                 as partners,
        count(case when m.dimension = 'partner' and f.first_seen >= m.first_day then 1 end) as new_partners
    from met as m
    left join first_engagement as f on f.partner = m.value and m.dimension = 'partner'
    group by m.quarter_id
)
select
    r.quarter_id                                  as quarter,
    r.label_en,
    r.label_fr,
    r.coverage,
    cast(coalesce(c.events, 0) as bigint)         as events,
    cast(coalesce(d.activities, 0) as bigint)     as activities,
    coalesce(n.partners, 0)                       as partners,
    coalesce(n.new_partners, 0)                   as new_partners,
    coalesce(n.countries, 0)                      as countries
from recent as r
left join counted as c on c.quarter_id = r.quarter_id
left join done as d on d.quarter_id = r.quarter_id
left join named as n on n.quarter_id = r.quarter_id
order by r.position
