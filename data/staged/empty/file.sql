-- One row per file read. Rows kept are given for a vocabulary alone: those of events are counted at the end.
-- `first_row`: the rowid in staging.event of the first row of a file in which every line below the header is a row.
create table staging.file (
    file      varchar not null,
    source_id varchar,
    kind      varchar not null,
    encoding  varchar not null,
    rows_read bigint not null,
    rows_kept bigint,
    first_row bigint
);
