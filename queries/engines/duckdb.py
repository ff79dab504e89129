"""DuckDB: one file of the warehouse, read only, with nothing else within its reach."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from threading import Lock, Timer
from urllib.parse import unquote, urlsplit
from weakref import ref

import duckdb
import pyarrow as pa

from data import warehouse
from data.stopping import stoppable

DIALECT = "duckdb"
BETWEEN = "16MB"  # of the file, held in memory between questions
MOMENT = 0.1  # seconds

# Rather a copy than cursor.sql(), which reads a statement twice: a third of a small answer.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")


class Room:
    """The memory of all questions to one file: much while any of them runs and for a moment after,
    since the questions of a page follow one another and read the same; else little.
    """

    def __init__(self) -> None:
        self.lock, self.running = Lock(), 0
        self.waiting, self.late = False, False

    @contextmanager
    def taken(self, engine: "DuckDB") -> Iterator[None]:
        with self.lock:
            self.running += 1
        try:
            yield
        finally:
            with self.lock:
                self.running -= 1
                self.ended(engine)

    def ended(self, engine: "DuckDB") -> None:
        """See to it that memory is given back, now if it should have been while questions ran."""
        if self.late and not self.running:
            self.late = False
            give_back(engine)
        elif not self.waiting and not self.late:
            self.waiting = True
            Timer(MOMENT, self.passed, (ref(engine),)).start()

    def passed(self, asked: "ref[DuckDB]") -> None:
        """An engine that is gone by now held nothing that others do not."""
        engine = asked()
        with self.lock:
            self.waiting, self.late = False, self.running > 0
            if engine and not self.late:
                give_back(engine)


def give_back(engine: "DuckDB") -> None:
    """Let go of what was read longest ago, which DuckDB does as soon as it may hold less."""
    with suppress(duckdb.ConnectionException), engine.connection.cursor() as cursor:
        for most in (BETWEEN, warehouse.ROOM["memory_limit"]):
            with suppress(duckdb.OutOfMemoryException):  # less than an answer still holds
                cursor.execute(f"set memory_limit = '{most}'")


@cache
def room(path: Path) -> Room:
    """That of a file, however many connections to it there are."""
    return Room()


class DuckDB:
    """A warehouse file. One cursor a question, because a connection cannot serve two threads."""

    dialect = DIALECT

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self.connection, self.room = connection, room(path.resolve())

    def execute(self, sql: str, parameters: Mapping[str, object]) -> pa.Table:
        """Run one statement with `$name` parameters bound by name."""
        with self.room.taken(self), stoppable(), self.connection.cursor() as cursor:
            return cursor.execute(sql, dict(parameters)).to_arrow_table()

    def close(self) -> None:
        with self.room.lock:  # DuckDB refuses to close while memory is given back
            self.connection.close()


def connect(url: str) -> DuckDB:
    """Open `duckdb:///path/to/file`. Raises data.warehouse.WarehouseError."""
    try:
        path = Path(unquote(urlsplit(url).path))
    except ValueError as error:
        raise warehouse.BrokenWarehouse("OUTREACH_ENGINE is not a usable address") from error
    return DuckDB(warehouse.connect(path), path)
