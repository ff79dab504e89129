-- One row per refused row of staging.event, once or more.
create table staging.refused (staged_row bigint not null);
