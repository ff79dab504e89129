-- One row per role played at an event, in the order of its vocabulary.
create table dim_role as
select
    entry.role_id,
    entry.name_en,
    entry.name_fr,
    entry.meaning_en,
    entry.meaning_fr,
    entry.position
from staging.roles as entry
order by entry.position;
