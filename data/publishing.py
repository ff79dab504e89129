"""A warehouse is written as a draft and shown only when it is whole."""

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from data import warehouse

KEPT = 10
DAY = 24 * 60 * 60  # seconds


@contextmanager
def draft() -> Iterator[Path]:
    """A name in the warehouses' folder that no reader looks at; whatever bears it is gone after."""
    folder = warehouse.folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"draft-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        yield path
    finally:
        clear(path.name)


def publish(path: Path, version: str) -> Path:
    """Give a whole draft its name, and forget the oldest warehouses."""
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    published = path.parent / f"{stamp}-{version}.duckdb"
    os.replace(path, published)
    for old in sorted(path.parent.glob("*.duckdb"))[:-KEPT]:
        old.unlink(missing_ok=True)
    clear_abandoned(path.parent)
    return published


def clear_abandoned(folder: Path) -> None:
    """A build that was killed leaves its draft; one of today may still be running."""
    for left in folder.glob("draft-*"):
        if left.exists() and time.time() - left.stat().st_mtime > DAY:
            remove(left)


def clear(name: str) -> None:
    for left in warehouse.folder().glob(f"{name}*"):
        remove(left)


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
