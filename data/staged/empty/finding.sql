-- One row per thing to say of a line; schema/finding.sql puts it into words. `staged_row` is the row that it
-- is said of; null for what is said of a whole file, of a line that is no row, or of a vocabulary.
create table staging.finding (
    source_id   varchar,
    file        varchar not null,
    line        bigint not null,
    column_name varchar,
    value       varchar,
    reason_id   varchar not null,
    other       varchar,
    staged_row  bigint
);
