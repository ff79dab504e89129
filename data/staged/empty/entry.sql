-- One row per line of a vocabulary that is kept.
create table staging.entry (
    file varchar not null,
    line integer not null,
    entry varchar not null,
    name_en varchar,
    name_fr varchar
);
