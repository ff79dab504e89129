-- How the house columns of an events file become the staged ones; all are text.
-- A source whose columns differ brings a staging.sql of its own: it too reads staging.raw and hands on file_line.
select
    raw.file_line,
    raw.event_id,
    raw.parent_event_id,
    raw.title_en,
    raw.title_fr,
    raw.start_date,
    raw.end_date,
    raw.date_precision,
    raw.city,
    raw.city_fr,
    raw.country_iso2 as country_id,
    raw.subdivision,
    raw.format as format_id,
    raw.role as role_id,
    raw.status,
    raw.themes,
    raw.partners,
    raw.projects,
    raw.source_urls,
    raw.source_recap as recap,
    raw.summary_en,
    raw.summary_fr,
    raw.notes,
    raw.visibility,
    raw.embargoed_until
from staging.raw as raw
