"""Rows that Python found out, as rows of the staging database.

Bound as one list, since Arrow would load pandas for it: 0.3 of a second of every build.
"""

from collections.abc import Iterable, Mapping

import duckdb

Types = Mapping[str, str]  # SQL's types of columns by their names, in order
Row = Mapping[str, object]
INSERT = """
insert into staging.{table} by name
select unnest(cast($rows as struct({columns})[]), recursive := true)
"""


def create(db: duckdb.DuckDBPyConnection, table: str, types: Types, rows: Iterable[Row]) -> None:
    """Create staging.`table` with these columns, and insert rows."""
    db.execute(f"create table staging.{table} ({columns(types)})")
    insert(db, table, types, rows)


def insert(db: duckdb.DuckDBPyConnection, table: str, types: Types, rows: Iterable[Row]) -> None:
    """Add rows to staging.`table`; what a row lacks is null."""
    given = [{name: row.get(name) for name in types} for row in rows]
    if given:
        db.execute(INSERT.format(table=table, columns=columns(types)), {"rows": given})


def columns(types: Types) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in types.items())


def texts(*names: str) -> Types:
    return dict.fromkeys(names, "varchar")
