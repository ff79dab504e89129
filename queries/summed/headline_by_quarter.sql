-- How did the headline measures move over the last eight quarters?
-- One row per quarter, the last being the one in which the period ends; filters as in the selection.
--
-- $last_day                last day of the period
-- $known_from, $known_to   the days between which quarters have a name
-- $calendar                'calendar' or 'fiscal': which quarters

with recent as (
    select q.quarter_id, q.label_en, q.label_fr, q.coverage, q.first_day, q.last_day, q.position
    from dim_quarter as q
    where q.calendar = $calendar
      and q.first_day <= $last_day
      and q.last_day >= $known_from
      and q.first_day <= $known_to
    order by q.position desc
    limit 8
),
found as (
    select m.month, 'event' as kind, '' as value, sum(m.events) as n
    from month_sum as m
    where m.counted
    group by m.month
    union all
    select a.month, 'activity', '', sum(a.activities)
    from activity_sum as a
    group by a.month
    union all
    select v.month, v.dimension, v.value, 1
    from month_value as v
),
in_quarters as (
    select r.position, r.first_day, f.kind, f.value, sum(f.n) as n
    from recent as r
    join found as f on f.month between r.first_day and r.last_day
    group by r.position, r.first_day, f.kind, f.value
),
added as (
    select
        q.position,
        cast(sum(case when q.kind = 'event' then q.n else 0 end) as bigint)              as events,
        cast(sum(case when q.kind = 'activity' then q.n else 0 end) as bigint)           as activities,
        count(case when q.kind = 'partner' then 1 end)                                   as partners,
        count(case when q.kind = 'partner' and p.first_seen >= q.first_day then 1 end)   as new_partners,
        count(case when q.kind = 'country' then 1 end)                                   as countries
    from in_quarters as q
    left join partner_seen as p on p.partner = q.value and q.kind = 'partner'
    group by q.position
)
select
    r.quarter_id                     as quarter,
    r.label_en,
    r.label_fr,
    r.first_day,
    r.last_day,
    r.coverage,
    coalesce(a.events, 0)            as events,
    coalesce(a.activities, 0)        as activities,
    coalesce(a.partners, 0)          as partners,
    coalesce(a.new_partners, 0)      as new_partners,
    coalesce(a.countries, 0)         as countries
from recent as r
left join added as a on a.position = r.position
order by r.position
