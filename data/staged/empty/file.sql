-- One row per file read. Rows kept are given for a vocabulary alone: those of events are counted at the end.
create table staging.file (
    file      varchar not null,
    source_id varchar,
    kind      varchar not null,
    encoding  varchar not null,
    rows_read bigint not null,
    rows_kept bigint
);
