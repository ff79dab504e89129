-- One row per kept activity whose values its event carries too: drafts add nothing.
create table staging.activity as
select
    kept.staged_row,
    parent.parent_row as event_row,
    kept.status = 'confirmed' as confirmed
from staging.kept as kept
join staging.parent as parent on parent.staged_row = kept.staged_row
where kept.status <> 'draft';
