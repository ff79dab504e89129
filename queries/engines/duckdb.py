"""DuckDB: one file of the warehouse, read only, with nothing else within its reach."""

import warnings
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import duckdb
import pyarrow as pa

from data import warehouse
from data.stopping import stoppable

DIALECT = "duckdb"

# Rather a copy than cursor.sql(), which reads a statement twice: a third of a small answer.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")


class DuckDB:
    """A warehouse file. One cursor a question, because a connection cannot serve two threads."""

    dialect = DIALECT

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def execute(self, sql: str, parameters: Mapping[str, object]) -> pa.Table:
        """Run one statement with `$name` parameters bound by name."""
        with stoppable(), self.connection.cursor() as cursor:
            return cursor.execute(sql, dict(parameters)).to_arrow_table()

    def close(self) -> None:
        self.connection.close()


def connect(url: str) -> DuckDB:
    """Open `duckdb:///path/to/file`. Raises data.warehouse.WarehouseError."""
    try:
        path = urlsplit(url).path
    except ValueError as error:
        raise warehouse.BrokenWarehouse("OUTREACH_ENGINE is not a usable address") from error
    return DuckDB(warehouse.connect(Path(unquote(path))))
