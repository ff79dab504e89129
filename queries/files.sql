-- How many rows did the build read, keep and refuse?
-- One row per file. Rows that the reader may not see are not among them, nor a file that holds no others.
--
-- $shown_on   the day on which the reader may see what is shown from then on

with hidden as (
    select e.file, count(*) as kept, 0 as refused
    from fct_event as e
    where e.shown_from > $shown_on
    group by e.file
    union all
    select f.file, 0, count(distinct f.staged_row)
    from finding as f
    where f.severity = 'refused' and f.shown_from > $shown_on
    group by f.file
    union all
    select
        case c.dimension when 'partner' then 'vocabulary/partners.csv' else 'vocabulary/projects.csv' end,
        count(*),
        0
    from concealed as c
    where c.dimension in ('partner', 'project')
    group by c.dimension
),
left_out as (
    select
        h.file,
        cast(sum(h.kept) as bigint)        as kept,
        cast(sum(h.refused) as bigint)     as refused
    from hidden as h
    group by h.file
)
select
    f.file,
    f.kind,
    f.encoding,
    f.rows_read - coalesce(l.kept, 0) - coalesce(l.refused, 0)     as rows_read,
    f.rows_kept - coalesce(l.kept, 0)                              as rows_kept,
    f.rows_refused - coalesce(l.refused, 0)                        as rows_refused
from record_file as f
left join left_out as l on l.file = f.file
where (f.source_id is null or f.source_id not in (
        select c.id from concealed as c where c.dimension = 'source'))
  and (f.rows_read = 0 or f.rows_read > coalesce(l.kept, 0) + coalesce(l.refused, 0))
order by f.kind, f.file
