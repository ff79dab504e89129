"""The DuckDB files that everything else reads: one a build, never changed, newest wins."""

import hashlib
import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import duckdb

ROOT = Path(__file__).parents[1]
SCHEMA = Path(__file__).parent / "schema"

# Enough for any question to a million events. One thread, for many readers ask at once, and each
# further one holds as much aside. Between questions less is held of the file, and what is free goes
# back to the system soon: see queries/engines.
ROOM: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "256MB",
    "threads": 1,
    "allocator_background_threads": True,
    "allocator_flush_threshold": "16MB",
    "allowed_configs": ["memory_limit"],
}

# A question can read its own file, and nothing else of this machine; what it cannot hold in memory
# it puts aside, in a folder that has to be named before this.
LOCKDOWN = """
    set autoinstall_known_extensions = false;
    set autoload_known_extensions = false;
    set enable_external_access = false;
    set lock_configuration = true;
"""
LOCKING = Lock()


class WarehouseError(Exception):
    """A warehouse that cannot be used; the message says why and what to do."""


class NoWarehouse(WarehouseError):
    """None was built yet."""


class OutdatedWarehouse(WarehouseError):
    """Built for other tables than the program now has."""


class BrokenWarehouse(WarehouseError):
    """Not a whole warehouse file."""


def home() -> Path:
    """Where things made at run time are kept: OUTREACH_HOME, or var/ at the project's root."""
    return Path(os.environ.get("OUTREACH_HOME") or ROOT / "var")


def folder() -> Path:
    return home() / "warehouses"


def latest() -> Path:
    """The newest warehouse. Raises NoWarehouse."""
    files = sorted(folder().glob("*.duckdb"))
    if not files:
        raise NoWarehouse(f"There is no warehouse in {folder()}: run python -m data.build")
    return files[-1]


def usable() -> bool:
    """Whether the newest warehouse is there, whole, and built for the program's tables."""
    try:
        connect(latest()).close()
    except WarehouseError:
        return False
    return True


def schema_version() -> str:
    """12 hexadecimal digits that change with any file of data/schema."""
    digest = hashlib.sha256()
    for file in sorted(SCHEMA.glob("*.sql")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


@cache
def aside() -> TemporaryDirectory[str] | None:
    """A folder of this process alone, removed when it ends; None where nothing can be written."""
    try:
        return TemporaryDirectory(prefix="outreach-", ignore_cleanup_errors=True)
    except OSError:
        return None


def forget_aside() -> None:
    """Remove it now: a server that is told to end ends without what Python does at an end."""
    if aside.cache_info().currsize and (folder := aside()):
        folder.cleanup()
    aside.cache_clear()


def spilling(path: Path) -> str:
    """Where a question to a warehouse may put aside what it cannot hold; empty for nowhere.

    A folder for each warehouse, since engines that share one would take each other's files.
    """
    folder = aside()
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:12]
    return str(Path(folder.name) / name) if folder else ""


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that can read `path` and nothing else.

    Raises BrokenWarehouse when it cannot be read, OutdatedWarehouse when its tables are others.
    """
    config = {**ROOM, "temp_directory": spilling(path)}
    try:
        connection = duckdb.connect(str(path), read_only=True, config=config)
    except duckdb.Error as error:
        raise BrokenWarehouse(f"{path} cannot be opened: {error}") from error
    try:
        lock(connection)
        check(connection, path)
    except WarehouseError:
        connection.close()
        raise
    return connection


def lock(connection: duckdb.DuckDBPyConnection) -> None:
    """Forbid what LOCKDOWN does, once for all connections of this process to the same file."""
    with LOCKING:
        found = connection.execute("select current_setting('lock_configuration')").fetchall()
        if found == [(False,)]:
            connection.execute(LOCKDOWN)


def check(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    try:
        found = connection.execute("select schema_version from record").fetchall()
    except duckdb.Error as error:
        raise BrokenWarehouse(f"{path} holds no record: {error}") from error
    if found != [(schema_version(),)]:
        raise OutdatedWarehouse(f"{path} was built for other tables: run python -m data.build")
