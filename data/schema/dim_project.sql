-- One row per project, in the order of its vocabulary.
create table dim_project as
select
    entry.project_id,
    entry.name_en,
    entry.name_fr,
    entry.position
from staging.projects as entry
order by entry.position;
