-- With whom did the events take place?
-- One row per partner carried by a selected event, and 'none' for the events that carry none.
--
-- An event with two partners stands in two rows: the rows do not add up to the events.
-- $first_day   a partner first seen on or after it is new

with overlap as (
    select
        cast(coalesce(sum(m.events), 0) as bigint)                  as events,
        cast(coalesce(sum(m.with_partner), 0) as bigint)            as with_partner,
        cast(coalesce(sum(m.partner_pairs), 0) as bigint)           as pairs,
        cast(coalesce(sum(m.with_several_partners), 0) as bigint)   as with_several
    from month_sum as m
    where m.counted
),
carried as (
    select v.value as partner, cast(sum(v.events) as bigint) as events
    from value_sum as v
    where v.dimension = 'partner'
    group by v.value
)
select
    s.partner,
    coalesce(d.name_en, 'No partner')        as label_en,
    coalesce(d.name_fr, 'Aucun partenaire')  as label_fr,
    d.acronym_en,
    d.acronym_fr,
    k.name_en                                as kind_en,
    k.name_fr                                as kind_fr,
    f.first_seen,
    f.first_until,
    f.first_precision,
    f.first_seen >= $first_day               as new,
    s.events,
    o.events                                 as of_events,
    o.with_partner,
    o.pairs,
    o.with_several
from carried as s
cross join overlap as o
left join first_engagement as f on f.partner = s.partner
left join dim_partner as d on d.partner_id = s.partner
left join dim_partner_kind as k on k.kind_id = d.kind_id
order by
    case when s.partner = 'none' then 1 else 0 end,
    events desc,
    s.partner
