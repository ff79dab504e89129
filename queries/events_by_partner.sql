-- With whom did the events take place?
-- One row per partner carried by a selected event, and 'none' for the events that carry none.
--
-- An event with two partners stands in two rows: the rows do not add up to the events.
-- $first_day   a partner first seen on or after it is new

with partners as (
    select
        g.event_id,
        g.partner,
        g.first_seen
    from engagement as g
    union all
    select
        s.event_id,
        'none',
        null
    from selected as s
    where s.event_id not in (select g.event_id from engagement as g)
)
select
    s.partner,
    coalesce(d.name_en, 'No partner')        as label_en,
    coalesce(d.name_fr, 'Aucun partenaire')  as label_fr,
    d.acronym_en,
    d.acronym_fr,
    k.name_en                                as kind_en,
    k.name_fr                                as kind_fr,
    s.first_seen,
    f.first_until,
    f.first_precision,
    s.first_seen >= $first_day               as new,
    measure(events)                          as events,
    o.events                                 as of_events,
    o.with_partner,
    o.pairs,
    o.with_several
from partners as s
cross join partner_overlap as o
left join first_engagement as f on f.partner = s.partner
left join dim_partner as d on d.partner_id = s.partner
left join dim_partner_kind as k on k.kind_id = d.kind_id
group by
    s.partner, d.name_en, d.name_fr, d.acronym_en, d.acronym_fr, k.name_en, k.name_fr, s.first_seen,
    f.first_until, f.first_precision, o.events,
    o.with_partner, o.pairs, o.with_several
order by
    case when s.partner = 'none' then 1 else 0 end,
    events desc,
    s.partner
