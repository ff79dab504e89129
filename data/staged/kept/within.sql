-- One row per activity of a kept event: the row of that event and the region it lies in.
create table staging.within as
select
    parent.staged_row,
    parent.parent_row,
    event.region_id
from staging.parent as parent
join staging.placed as event on event.staged_row = parent.parent_row;
