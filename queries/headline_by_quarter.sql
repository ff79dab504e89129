-- How did the headline measures move over the last eight quarters?
-- One row per quarter, the last being the one in which the period ends; filters as in the selection.
--
-- $last_day       last day of the period
-- $calendar       'calendar' or 'fiscal': which quarters
-- $unconfirmed    whether the partners that only unconfirmed activities carry count
-- $shown_on       the day on which the reader may see what is shown from then on

with recent as (
    select q.quarter_id, q.label_en, q.label_fr, q.coverage, q.first_day, q.last_day, q.position
    from known_quarter as q
    where q.calendar = $calendar and q.first_day <= $last_day
    order by q.position desc
    limit 8
),
counted as (
    select r.quarter_id, measure(events) as events, measure(countries) as countries
    from recent as r
    join matching as s on s.start_date between r.first_day and r.last_day and s.counted
    group by r.quarter_id
),
done as (
    select r.quarter_id, measure(activities) as activities
    from recent as r
    join matching as m on m.start_date between r.first_day and r.last_day and m.counted
    join matching_activity as a on a.parent_event_id = m.event_id
    group by r.quarter_id
),
met as (
    select
        r.quarter_id,
        count(distinct p.partner_id)                                                  as partners,
        count(distinct case when f.first_seen >= r.first_day then p.partner_id end)   as new_partners
    from recent as r
    join matching as m on m.start_date between r.first_day and r.last_day and m.counted
    join bridge_event_partner as p on p.event_no = m.event_no
    join first_engagement as f on f.partner = p.partner_id
    where case when $unconfirmed then p.any_from else p.confirmed_from end <= $shown_on
    group by r.quarter_id
)
select
    r.quarter_id                     as quarter,
    r.label_en,
    r.label_fr,
    r.first_day,
    r.last_day,
    r.coverage,
    coalesce(c.events, 0)            as events,
    coalesce(d.activities, 0)        as activities,
    coalesce(p.partners, 0)          as partners,
    coalesce(p.new_partners, 0)      as new_partners,
    coalesce(c.countries, 0)         as countries
from recent as r
left join counted as c on c.quarter_id = r.quarter_id
left join done as d on d.quarter_id = r.quarter_id
left join met as p on p.quarter_id = r.quarter_id
order by r.position
