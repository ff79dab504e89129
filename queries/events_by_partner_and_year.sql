-- Which partners stayed, year after year?
-- One row per partner and year in which a selected event carries it; a year of the period without
-- any has one row whose partner is empty.
--
-- $first_day, $last_day   the period
-- $calendar               'calendar' or 'fiscal': which years

with years as (
    select
        q.year_id,
        min(q.first_day)                as first_day,
        max(q.last_day)                 as last_day,
        min(q.position)                 as position
    from known_quarter as q
    where q.calendar = $calendar
      and q.last_day >= $first_day
      and q.first_day <= $last_day
    group by q.year_id
)
select
    g.partner,
    d.name_en                           as label_en,
    d.name_fr                           as label_fr,
    d.acronym_en,
    d.acronym_fr,
    g.first_seen,
    y.year_id                           as year,
    y.position,
    count(distinct g.event_id)          as events
from years as y
left join engagement as g on g.start_date between y.first_day and y.last_day
left join dim_partner as d on d.partner_id = g.partner
group by g.partner, d.name_en, d.name_fr, d.acronym_en, d.acronym_fr, g.first_seen, y.year_id, y.position
order by g.first_seen nulls last, g.partner nulls last, y.position
