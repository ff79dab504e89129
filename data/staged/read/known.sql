-- One row per value that a list may hold, and its number: the ids of a vocabulary.
create table staging.known as
with entries as (
    select 'themes' as column_name, entry.theme_id as value from staging.themes as entry
    union all
    select 'partners', entry.partner_id from staging.partners as entry
    union all
    select 'projects', entry.project_id from staging.projects as entry
    union all
    select 'role', entry.role_id from staging.roles as entry
)
select
    entries.column_name,
    entries.value,
    cast(row_number() over (order by entries.column_name, entries.value) as integer) as value_no
from entries;
