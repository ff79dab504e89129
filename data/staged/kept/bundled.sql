-- One row per kept row that carries a value for several reasons: activities of it, or a list that repeats it.
create table staging.bundled as
select
    kept.staged_row,
    kept.status = 'confirmed' as confirmed
from staging.kept as kept
where
    kept.staged_row in (select activity.event_row from staging.activity as activity)
    or kept.staged_row in (select twice.staged_row from staging.twice as twice);
