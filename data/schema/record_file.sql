-- One row per file read; rows read are rows kept and rows refused.
create table record_file as
with kept as (
    select
        kept.file,
        count(*) as rows_kept
    from staging.kept as kept
    group by kept.file
),
counted as (
    select
        file.*,
        coalesce(file.rows_kept, kept.rows_kept, 0) as kept_rows
    from staging.file as file
    left join kept on kept.file = file.file
)
select
    counted.file,
    counted.source_id,
    counted.kind,
    counted.encoding,
    counted.rows_read,
    counted.kept_rows as rows_kept,
    counted.rows_read - counted.kept_rows as rows_refused
from counted
order by counted.file;
