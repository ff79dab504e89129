-- One row per theme, partner, project and role that a row names itself. Empty values are left out.
create table staging.listed as
with lists as (
    select rowid as staged_row, 'themes' as column_name, string_split(themes, ';') as items
    from staging.event where themes is not null
    union all
    select rowid, 'partners', string_split(partners, ';')
    from staging.event where partners is not null
    union all
    select rowid, 'projects', string_split(projects, ';')
    from staging.event where projects is not null
),
items as (
    select lists.staged_row, lists.column_name, trim(unnest(lists.items)) as value
    from lists
)
select * from items where items.value <> ''
union all
select rowid, 'role', coalesce(role_id, 'unknown') from staging.event;
