-- How much outreach was there?
-- One row: every headline measure, and what is not known of it.
--
-- $first_day   partners first seen on or after it are new

with counted as (
    select
        measure(events)               as events,
        measure(countries)            as countries,
        measure(without_place)        as without_place,
        measure(online)               as online,
        measure(approximate)          as approximate
    from selected as s
),
done as (
    select measure(activities)        as activities
    from selected_activity as a
),
met as (
    select
        measure(partners)             as partners,
        measure(new_partners)         as new_partners,
        measure(with_partner)         as with_partner
    from engagement as g
),
left_out as (
    select count(distinct u.event_id) as unconfirmed_left_out
    from unconfirmed as u
)
select
    c.events,
    d.activities,
    m.partners,
    m.new_partners,
    c.countries,
    c.without_place,
    c.online,
    c.approximate,
    c.events - m.with_partner         as without_partner,
    l.unconfirmed_left_out
from counted as c
cross join done as d
cross join met as m
cross join left_out as l
