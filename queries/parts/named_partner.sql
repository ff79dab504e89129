-- What is each partner called, and since when is it known?
-- One row per partner in the order of its id, and one for the events that carry none.

with partners as (
    select d.partner_id as partner, d.name_en, d.name_fr, d.acronym_en, d.acronym_fr, d.kind_id, d.position
    from dim_partner as d
    union all
    select 'none', 'No partner', 'Aucun partenaire', null, null, null, 0
)
select
    p.partner,
    p.name_en            as label_en,
    p.name_fr            as label_fr,
    p.acronym_en,
    p.acronym_fr,
    k.name_en            as kind_en,
    k.name_fr            as kind_fr,
    f.first_seen,
    f.first_until,
    f.first_precision,
    p.position
from partners as p
left join first_engagement as f on f.partner = p.partner
left join dim_partner_kind as k on k.kind_id = p.kind_id
order by p.partner
