-- One row per kind of partner, in the order of its vocabulary.
create table dim_partner_kind as
select
    entry.kind_id,
    entry.name_en,
    entry.name_fr,
    entry.position
from staging.partner_kinds as entry
order by entry.position;
