-- One row per row of staging.event that nothing refuses.
create view staging.kept as
select filed.*
from staging.filed as filed
where filed.staged_row not in (select refused.staged_row from staging.refused as refused);
