-- One row per line of an events file, as text. The rowid is the order of reading, `file_no` the rowid of its
-- file in staging.file. `line` is null where staging.file knows it: staging.filed tells it of every row.
-- The days are null where the text is no real date, or not written year-month-day.
create table staging.event (
    file_no         bigint not null,
    line            bigint,
    event_id        varchar,
    parent_event_id varchar,
    title_en        varchar,
    title_fr        varchar,
    start_date      varchar,
    end_date        varchar,
    date_precision  varchar,
    city            varchar,
    city_fr         varchar,
    country_id      varchar,
    subdivision     varchar,
    format_id       varchar,
    role_id         varchar,
    status          varchar,
    themes          varchar,
    partners        varchar,
    projects        varchar,
    source_urls     varchar,
    recap           varchar,
    summary_en      varchar,
    summary_fr      varchar,
    notes           varchar,
    visibility      varchar,
    embargoed_until varchar,
    start_day       date,
    end_day         date,
    embargo_day     date
);
