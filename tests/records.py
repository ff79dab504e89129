"""A copy of the tiny record that a test may spoil, and the warehouses built from it."""

import csv
import itertools
import shutil
from collections.abc import Iterable
from pathlib import Path

from data import build, warehouse

# Visibility and embargo of one row after the other; the oracle reads them on 23 November 2025.
VEILS = (
    *(("", ""), ("", ""), ("internal", ""), ("public", ""), ("", "2025-11-23"), ("", "")),
    *(("", "2025-11-24"), ("", ""), ("public", "2099-01-01"), ("", ""), ("internal", "2020-01-01")),
)
TINY = Path(__file__).parent / "tiny"
PLAIN = (TINY / "sources/pages/events.csv").read_text(encoding="utf-8").splitlines()[0]
COLUMNS = f"{PLAIN},visibility,embargoed_until"
GOOD = {
    "event_id": "good",
    "title_en": "Good",
    "title_fr": "Bon",
    "start_date": "2024-11-20",
    "end_date": "2024-11-20",
    "date_precision": "day",
    "status": "confirmed",
}


def line(**fields: str) -> str:
    """A line of an events file: a good one but for `fields`."""
    given = GOOD | fields
    return ",".join(
        '"' + given.get(name, "").replace('"', '""') + '"' for name in COLUMNS.split(",")
    )


def veiled(folder: Path) -> Path:
    """A copy of the real record in which some rows are internal or under embargo."""
    shutil.copytree(build.HERE, folder)
    turn = itertools.cycle(VEILS)
    for path in sorted(folder.glob("sources/*/events.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            first, *rest = csv.reader(lines)
        rows = [[*first, "visibility", "embargoed_until"], *([*row, *next(turn)] for row in rest)]
        with path.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows(rows)
    return folder


class Record:
    """`folder` is laid out as data/ is; `add` makes a further source named extra."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(TINY, folder)

    def add(self, content: str | bytes, name: str = "events.csv", source: str = "extra") -> Path:
        folder = self.folder / "sources" / source
        if not folder.exists():
            folder.mkdir()
            shutil.copy(TINY / "sources/pages/source.toml", folder)
        path = folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def add_lines(self, *lines: str) -> Path:
        return self.add("\n".join([COLUMNS, *lines]) + "\n")

    def build(self) -> build.Built:
        return build.build(self.folder)

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """Build, and answer a question."""
        with warehouse.connect(self.build().file) as db:
            return db.execute(question).fetchall()

    def said(self, source: str = "extra") -> list[tuple[object, ...]]:
        """Severity, line, column, value and reason of what is said of a source."""
        found = self.ask(
            "select severity, line, column_name, value, reason_id, source_id from finding"
        )
        return [row[:5] for row in found if row[5] == source]


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, in an order that does not depend on the file."""
    with warehouse.connect(path) as db:
        tables = db.execute("select table_name from duckdb_tables() order by 1").fetchall()
        return {name: ordered(db.execute(f"from {name}").fetchall()) for (name,) in tables}


def ordered(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted(rows, key=repr)
