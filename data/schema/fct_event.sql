-- One row per event or activity; an activity names its event in parent_event_id.
-- Stored in the order of days, so that the latest rows, or those of a quarter, lie side by side: all of a
-- record, or of each part of a large one, $first_row to $last_row of staging.event.
-- `event_no` and `parent_no`: the same as numbers, by which bridges name events: four bytes for a text.
-- `region_id` is exclusive, so an activity lies where its event does.
-- `shown_from`: the day from which the public may see it; 0001-01-01 is always, 9999-12-31 never.
create table fct_event (
    event_id varchar using compression fsst,
    parent_event_id varchar using compression fsst,
    event_no integer using compression bitpacking,
    parent_no integer using compression bitpacking,
    title_en varchar using compression zstd,
    title_fr varchar using compression zstd,
    start_date date using compression bitpacking,
    end_date date using compression bitpacking,
    date_precision varchar using compression dictionary,
    city_en varchar,
    city_fr varchar,
    country_id varchar using compression dictionary,
    subdivision varchar using compression dictionary,
    region_id varchar using compression dictionary,
    format_id varchar using compression dictionary,
    role_id varchar using compression dictionary,
    status varchar using compression dictionary,
    shown_from date using compression rle,
    source_id varchar using compression dictionary,
    recap varchar,
    summary_en varchar using compression zstd,
    summary_fr varchar using compression zstd,
    notes varchar using compression zstd,
    file varchar using compression dictionary,
    line bigint using compression bitpacking
);
insert into fct_event by name
select
    placed.event_id,
    placed.parent_event_id,
    cast(placed.staged_row as integer) as event_no,
    cast(within.parent_row as integer) as parent_no,
    coalesce(placed.title_en, placed.title_fr) as title_en,
    coalesce(placed.title_fr, placed.title_en) as title_fr,
    placed.start_day as start_date,
    placed.end_day as end_date,
    placed.date_precision,
    placed.city as city_en,
    coalesce(placed.city_fr, placed.city) as city_fr,
    placed.country_id,
    placed.subdivision,
    coalesce(within.region_id, placed.region_id) as region_id,
    coalesce(placed.format_id, 'unknown') as format_id,
    coalesce(placed.role_id, 'unknown') as role_id,
    placed.status,
    coalesce(withheld.shown_from, date '0001-01-01') as shown_from,
    placed.source_id,
    placed.recap,
    placed.summary_en,
    placed.summary_fr,
    placed.notes,
    placed.file,
    placed.line
from staging.placed as placed
left join staging.within as within on within.staged_row = placed.staged_row
left join staging.withheld as withheld on withheld.staged_row = placed.staged_row
where placed.staged_row between $first_row and $last_row
order by placed.start_day;
