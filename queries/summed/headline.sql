-- How much outreach was there?
-- One row: every headline measure, and what is not known of it.
--
-- $first_day, $last_day   the period; partners first seen on its first day or after it are new
-- $unconfirmed            whether unconfirmed events and activities count

with counted as (
    select
        cast(coalesce(sum(case when m.counted then m.events end), 0) as bigint)          as events,
        cast(coalesce(sum(case when m.counted then m.without_place end), 0) as bigint)   as without_place,
        cast(coalesce(sum(case when m.counted then m.online end), 0) as bigint)          as online,
        cast(coalesce(sum(case when m.counted then m.approximate end), 0) as bigint)     as approximate,
        cast(coalesce(sum(case when m.counted then m.with_partner end), 0) as bigint)    as with_partner,
        cast(coalesce(sum(case when m.with_unconfirmed then m.events end), 0) as bigint) as listed
    from month_sum as m
    where m.month between $first_day and $last_day
),
done as (
    select cast(coalesce(sum(a.activities), 0) as bigint) as activities
    from activity_sum as a
    where a.month between $first_day and $last_day
),
met as (
    select distinct v.dimension, v.value
    from month_value as v
    where v.month between $first_day and $last_day
),
named as (
    select
        count(case when m.dimension = 'country' then 1 end)                     as countries,
        count(case when m.dimension = 'partner' then 1 end)                     as partners,
        count(case when m.dimension = 'partner' and f.first_seen >= $first_day then 1 end) as new_partners
    from met as m
    left join first_engagement as f on f.partner = m.value and m.dimension = 'partner'
)
select
    c.events,
    d.activities,
    n.partners,
    n.new_partners,
    n.countries,
    c.without_place,
    c.online,
    c.approximate,
    c.events - c.with_partner           as without_partner,
    c.listed - c.events                 as unconfirmed_left_out
from counted as c
cross join done as d
cross join named as n
