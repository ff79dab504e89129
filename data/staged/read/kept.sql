-- One row per row of staging.event that nothing refuses.
create view staging.kept as
select
    event.*,
    event.rowid as staged_row
from staging.event as event
where event.rowid not in (select refused.staged_row from staging.refused as refused);
