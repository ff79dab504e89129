-- How many rows did the build read, keep and refuse?
-- One row per file.

select
    f.file,
    f.kind,
    f.encoding,
    f.rows_read,
    f.rows_kept,
    f.rows_refused
from record_file as f
order by f.kind, f.file
