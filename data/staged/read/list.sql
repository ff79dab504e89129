-- One row per list of themes, partners or projects that a row gives, and its role as a list of one.
-- `text`: the values with ; between them and no spaces around; null where none is left. Few lists are untidy.
create view staging.list as
with lists as (
    select event.rowid as staged_row, 'themes' as column_name, event.themes as text
    from staging.event as event where event.themes is not null
    union all
    select event.rowid, 'partners', event.partners
    from staging.event as event where event.partners is not null
    union all
    select event.rowid, 'projects', event.projects
    from staging.event as event where event.projects is not null
)
select
    lists.* replace (
        case
            when lists.text not like '% %' and lists.text not like '%;;%'
                and lists.text not like ';%' and lists.text not like '%;'
                and strlen(lists.text) = length(lists.text)
                then lists.text
            else nullif(array_to_string(list_filter(
                list_transform(string_split(lists.text, ';'), lambda item: trim(item)),
                lambda item: item <> ''
            ), ';'), '')
        end as text
    )
from lists
union all
select event.rowid, 'role', coalesce(event.role_id, 'unknown')
from staging.event as event;
