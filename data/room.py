"""Memory for a build: as little as does, and more where DuckDB finds that it does not."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TypeVar

import duckdb

MORE = 1.25  # times as much as before
UNITS = ("bytes", "KiB", "MiB", "GiB", "TiB")

Made = TypeVar("Made")
Values = Mapping[str, object]
PART = 1_000_000  # rows


def execute(
    db: duckdb.DuckDBPyConnection, statement: str | duckdb.Statement, values: Values | None = None
) -> duckdb.DuckDBPyConnection:
    """Run a statement with as much memory as it needs. Raises what DuckDB raises."""
    return within(db, lambda: db.execute(statement, values))


def within(db: duckdb.DuckDBPyConnection, work: Callable[[], Made]) -> Made:
    """What some work gives. It leaves nothing behind when it fails, and is done again with more
    memory where that was why. Raises duckdb.OutOfMemoryException when all there is does not do.
    """
    try:
        return work()
    except duckdb.OutOfMemoryException:
        first = limit(db)
        *some, most = steps(first)
        for more in some:
            with suppress(duckdb.OutOfMemoryException), allowing(db, more, first):
                return work()
        with allowing(db, most, first):
            return work()


def steps(first: float) -> list[float]:
    """More and more bytes, up to what DuckDB takes where nothing is said."""
    with duckdb.connect() as unlimited:
        most = limit(unlimited)
    found = [first * MORE]
    while found[-1] * MORE < most:
        found.append(found[-1] * MORE)
    return [*found, most]


@contextmanager
def allowing(db: duckdb.DuckDBPyConnection, most: float, after: float) -> Iterator[None]:
    """Let DuckDB take so many bytes, and so many again afterwards."""
    allow(db, most)
    try:
        yield
    finally:
        allow(db, after)


def parts(db: duckdb.DuckDBPyConnection) -> Iterator[dict[str, int]]:
    """The rows of staging.event, as many at once as can be put in order in memory."""
    ((rows,),) = db.execute("select count(*) from staging.event").fetchall()
    for first in range(0, max(1, rows), PART):
        yield {"first_row": first, "last_row": first + PART - 1}


def allow(db: duckdb.DuckDBPyConnection, most: float) -> None:
    """Let DuckDB take so many bytes, as soon as it holds no more."""
    with db.cursor() as beside, suppress(duckdb.OutOfMemoryException):  # an answer stays as it is
        beside.execute(f"set memory_limit = '{most:.0f}B'")


def limit(db: duckdb.DuckDBPyConnection) -> float:
    """Bytes that DuckDB may take: it says them as 572.2 MiB."""
    ((said,),) = db.execute("select current_setting('memory_limit')").fetchall()
    number, unit = said.split()
    return float(number) * float(1 << 10 * UNITS.index(unit))
