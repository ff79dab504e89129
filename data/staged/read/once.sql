-- One row per distinct list of themes, partners or projects: far fewer than there are lists.
create table staging.once as
select distinct
    list.column_name,
    list.text
from staging.list as list
where list.column_name <> 'role';
