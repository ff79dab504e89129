-- In which countries did the events take place?
-- One row per country with at least one selected event; each repeats how many events there are and
-- how many have no country.

with whole as (
    select
        count(distinct s.event_id)                                             as of_events,
        count(distinct case when s.country_id is null then s.event_id end)     as without_country
    from selected as s
)
select
    c.country_id                  as country,
    c.name_en                     as label_en,
    c.name_fr                     as label_fr,
    c.latitude,
    c.longitude,
    measure(events)               as events,
    w.of_events,
    w.without_country
from selected as s
join dim_country as c on c.country_id = s.country_id
cross join whole as w
group by
    c.country_id, c.name_en, c.name_fr, c.latitude, c.longitude, w.of_events, w.without_country
order by events desc, c.country_id
