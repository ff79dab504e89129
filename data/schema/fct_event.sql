-- One row per event or activity; an activity names its event in parent_event_id.
-- `event_no` and `parent_no`: the same as numbers, for counting in memory.
-- `shown_from`: the day from which the public may see it; 0001-01-01 is always, 9999-12-31 never.
create table fct_event as
select
    kept.event_id,
    kept.parent_event_id,
    cast(kept.staged_row as integer) as event_no,
    cast(place.parent_row as integer) as parent_no,
    coalesce(kept.title_en, kept.title_fr) as title_en,
    coalesce(kept.title_fr, kept.title_en) as title_fr,
    kept.start_day as start_date,
    kept.end_day as end_date,
    kept.date_precision,
    kept.city as city_en,
    coalesce(kept.city_fr, kept.city) as city_fr,
    kept.country_id,
    kept.subdivision,
    place.region_id,
    coalesce(kept.format_id, 'unknown') as format_id,
    coalesce(kept.role_id, 'unknown') as role_id,
    kept.status,
    place.shown_from,
    kept.source_id,
    kept.recap,
    kept.summary_en,
    kept.summary_fr,
    kept.notes,
    kept.file,
    kept.line
from staging.kept as kept
join staging.place as place on place.staged_row = kept.staged_row;
