-- How much outreach was there?
-- One row: every headline measure, and what is not known of it.
--
-- $first_day, $last_day   the period; partners first seen on its first day or after it are new

with counted as (
    select
        coalesce(sum(case when m.counted then m.events end), 0)          as events,
        coalesce(sum(case when m.counted then m.without_place end), 0)   as without_place,
        coalesce(sum(case when m.counted then m.online end), 0)          as online,
        coalesce(sum(case when m.counted then m.approximate end), 0)     as approximate,
        coalesce(sum(case when m.counted then m.with_partner end), 0)    as with_partner,
        coalesce(sum(case when m.with_unconfirmed then m.events end), 0) as listed
    from month_sum as m
    where m.month between $first_day and $last_day
),
done as (
    select coalesce(sum(a.activities), 0) as activities
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
        count(case when m.dimension = 'country' then 1 end)                                    as countries,
        count(case when m.dimension = 'partner' then 1 end)                                    as partners,
        count(case when m.dimension = 'partner' and p.first_seen >= $first_day then 1 end)     as new_partners
    from met as m
    left join partner_seen as p on p.partner = m.value and m.dimension = 'partner'
)
select
    cast(c.events as bigint)                     as events,
    cast(d.activities as bigint)                 as activities,
    n.partners,
    n.new_partners,
    n.countries,
    cast(c.without_place as bigint)              as without_place,
    cast(c.online as bigint)                     as online,
    cast(c.approximate as bigint)                as approximate,
    cast(c.events - c.with_partner as bigint)    as without_partner,
    cast(c.listed - c.events as bigint)          as unconfirmed_left_out
from counted as c
cross join done as d
cross join named as n
