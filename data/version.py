"""One short name for exactly this record and these tables."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from data import warehouse
from data.files import ENDINGS, blocks


def version(record: Path) -> str:
    """12 hexadecimal digits that change with any input file and with the tables."""
    digest = hashlib.sha256(warehouse.schema_version().encode())
    for file in inputs(record):
        digest.update(b"\0" + file.relative_to(record).as_posix().encode() + b"\0")
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
