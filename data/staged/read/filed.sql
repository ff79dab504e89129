-- One row per row of staging.event, with its source, its file and the line that it stands on.
create view staging.filed as
select
    event.* replace (coalesce(event.line, event.rowid - file.first_row + 2) as line),
    event.rowid as staged_row,
    file.source_id,
    file.file
from staging.event as event
join staging.file as file on file.rowid = event.file_no;
