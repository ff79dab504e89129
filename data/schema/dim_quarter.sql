-- One row per quarter of a calendar, from 8 before the record to 40 after it; `listed` by the coverage or not.
create table dim_quarter as
select
    quarter.calendar,
    quarter.quarter_id,
    quarter.year_id,
    quarter.position,
    quarter.first_day,
    quarter.last_day,
    quarter.label_en,
    quarter.label_fr,
    quarter.months_en,
    quarter.months_fr,
    quarter.coverage,
    quarter.note_en,
    quarter.note_fr,
    quarter.listed
from staging.quarter as quarter
order by quarter.calendar, quarter.position;
