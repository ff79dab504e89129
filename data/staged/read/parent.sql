-- One row per row that names its event: the row where that id stands first.
create table staging.parent as
select
    event.rowid as staged_row,
    named.staged_row as parent_row
from staging.event as event
join staging.named as named on named.event_id = event.parent_event_id;
