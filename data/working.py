"""The rows of a record in memory, changed one at a time; it answers what a warehouse answers.

Only questions that read nothing but events, activities and what they carry can be asked. What an
event carries is worked out by the build's own files of staged/kept.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

HERE = Path(__file__).parent
STEPS = ("activity", "bundled", "bundled_list", "bundled_value", "carried")
CARRIED = [HERE / f"staged/kept/{name}.sql" for name in STEPS]
BRIDGES = sorted((HERE / "schema").glob("bridge_event_[!u]*.sql"))  # addresses count nowhere
LISTS = ("themes", "partners", "projects")
EMPTY = """
attach ':memory:' as staging;
create sequence numbers;
create table fct_event (
    staged_row bigint,
    event_no integer generated always as (cast(staged_row as integer)) virtual,
    event_id varchar,
    parent_event_id varchar,
    start_date date,
    end_date date,
    date_precision varchar,
    country_id varchar,
    region_id varchar,
    format_id varchar,
    role_id varchar,
    status varchar,
    shown_from date
);
create table staging.list (
    staged_row bigint,
    column_name varchar,
    text varchar
);
create table staging.refused (staged_row bigint);
create table staging.twice (staged_row bigint);
create view staging.kept as select * from fct_event;
create view staging.withheld as select staged_row, shown_from from fct_event;
create view staging.parent as
select activity.staged_row, event.staged_row as parent_row
from fct_event as activity
join fct_event as event on event.event_id = activity.parent_event_id;
"""
UNSETTLE = """
drop view if exists staging.carried;
drop table if exists staging.bundled_value;
drop table if exists staging.bundled_list;
drop table if exists staging.bundled;
drop table if exists staging.activity;
drop table if exists staging.known;
"""
KNOWN = """
create table staging.known as
with items as (
    select distinct list.column_name, unnest(string_split(list.text, ';')) as value
    from staging.list as list
)
select items.*, cast(row_number() over () as integer) as value_no
from items
"""
ADD = """
insert into fct_event by name
select
    nextval('numbers') as staged_row,
    given.event_id,
    given.parent_event_id,
    given.start_date,
    given.end_date,
    given.date_precision,
    given.country_id,
    given.region_id,
    given.format_id,
    given.role_id,
    given.status,
    coalesce(given.shown_from, date '0001-01-01') as shown_from
from given
"""
LIST = """
insert into staging.list
select e.staged_row, $column, given.{column}
from given
join fct_event as e on e.event_id = given.event_id
where given.{column} <> ''
"""
ROLE = """
insert into staging.list
select e.staged_row, 'role', given.role_id
from given
join fct_event as e on e.event_id = given.event_id
"""
# What the build sums up of first meetings, by the row: no sum is worth making for one answer.
MET = """
create or replace view sum_first_met as
select
    p.partner_id,
    true as with_unconfirmed,
    false as without_unconfirmed,
    greatest(e.shown_from, p.any_from) as seen_from,
    e.start_date,
    e.event_id,
    e.end_date,
    e.date_precision
from bridge_event_partner as p
join fct_event as e on e.event_no = p.event_no
where e.parent_event_id is null and e.status <> 'draft' and p.any_from is not null
union all
select
    p.partner_id,
    false,
    true,
    greatest(e.shown_from, p.confirmed_from),
    e.start_date,
    e.event_id,
    e.end_date,
    e.date_precision
from bridge_event_partner as p
join fct_event as e on e.event_no = p.event_no
where e.parent_event_id is null and e.status = 'confirmed' and p.confirmed_from is not null
"""
FORGET = (
    "delete from staging.list where staged_row in"
    " (select staged_row from fct_event where event_id = $event_id)",
    "delete from fct_event where event_id = $event_id",
)


class Working:
    """Rows as the question `every_row` answers them. Ids are unique, as a build makes them."""

    dialect = "duckdb"

    def __init__(self, rows: pa.Table) -> None:
        self.db = duckdb.connect()
        self.db.execute(EMPTY)
        self.add(rows)

    def add(self, rows: pa.Table) -> None:
        """Add rows whose ids are not there yet."""
        self.db.register("given", rows)
        self.db.execute(ADD)
        for column in LISTS:
            self.db.execute(LIST.format(column=column), {"column": column})
        self.db.execute(ROLE)
        self.db.unregister("given")

    def drop(self, event_id: str) -> None:
        """Forget a row; nothing happens without it."""
        for statement in FORGET:
            self.db.execute(statement, {"event_id": event_id})

    def settle(self) -> None:
        """Work out what each event carries, after rows came and went."""
        self.db.execute(UNSETTLE)
        self.db.execute(KNOWN)
        for file in CARRIED:
            self.db.execute(file.read_text(encoding="utf-8"))
        for file in BRIDGES:
            self.db.execute(f"drop table if exists {file.stem}")
            self.db.execute(file.read_text(encoding="utf-8"))
        self.db.execute(MET)

    def execute(self, sql: str, parameters: Mapping[str, object]) -> pa.Table:
        """Run one statement with `$name` parameters bound by name."""
        return self.db.sql(sql, params=dict(parameters)).to_arrow_table()

    def close(self) -> None:
        self.db.close()
