"""One short name for exactly this record and these tables."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from data import warehouse
from data.files import ENDINGS, blocks


def version(record: Path) -> str:
    """12 hexadecimal digits that change with any input file and with the tables."""
    digest = hashlib.sha256(warehouse.schema_version().encode())
    for file in inputs(record):
        digest.update(b"\0" + os.fsencode(file.relative_to(record).as_posix()) + b"\0")
        with suppress(OSError):  # the build tells of what cannot be opened
            for block in blocks(file):
                digest.update(block)
    return digest.hexdigest()[:12]


def inputs(record: Path) -> Iterator[Path]:
    """Every file that a build of `record` reads, in a fixed order."""
    yield record / "organisation.toml"
    yield from sorted((record / "vocabulary").glob("*.csv"))
    for file in sorted((record / "sources").glob("*/*")):
        if file.suffix.lower() in (*ENDINGS, ".toml", ".sql"):
            yield file
