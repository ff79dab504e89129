-- One row per thing to say of a line; schema/finding.sql puts it into words.
create table staging.finding (
    source_id   varchar,
    file        varchar not null,
    line        bigint not null,
    column_name varchar,
    value       varchar,
    reason_id   varchar not null,
    other       varchar
);
