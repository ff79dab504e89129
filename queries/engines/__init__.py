"""Where SQL runs. An engine is one module here, named after the scheme of its URL.

Each module has `DIALECT` (SQLGlot's name of its SQL) and `connect(url) -> Engine`.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol

import pyarrow as pa


class Engine(Protocol):
    """A connection that answers SQL with an Arrow table. Safe to use from several threads."""

    dialect: str

    def execute(self, sql: str, parameters: Mapping[str, object]) -> pa.Table: ...

    def close(self) -> None: ...


class UnknownEngine(ValueError):
    """The URL's scheme has no module in this folder."""


def connect(url: str) -> Engine:
    """The engine that a URL names, such as `duckdb:///var/warehouses/x.duckdb`."""
    scheme = url.partition(":")[0]  # of the URL only this is ever shown: it may hold a password
    if scheme not in known():
        raise UnknownEngine(f"no engine is named “{scheme}”; there is {', '.join(known())}")
    engine: Engine = import_module(f"queries.engines.{scheme}").connect(url)
    return engine


def known() -> list[str]:
    """The schemes that have an engine."""
    return sorted(file.stem for file in Path(__file__).parent.glob("[!_]*.py"))
