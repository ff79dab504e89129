"""What a build says: one line a refused row, one a warning."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import duckdb

from data import room


class Line(NamedTuple):
    severity: str
    file: str
    line: int
    column_name: str | None
    text_en: str


FINDINGS = """
select distinct severity, file, line, column_name, text_en
from finding
order by file, line, severity, column_name nulls first, text_en
"""


def lines(db: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str]]:
    """Severity and sentence: all that refuses a row in one line, each warning in its own."""
    found = (Line(*row) for row in room.execute(db, FINDINGS).fetchall())
    for (severity, _, _), told in groupby(found, key=lambda line: line[:3]):
        if severity == "refused":
            yield severity, sentence(list(told))
        else:
            yield from ((severity, f"warning: {sentence([line])}") for line in told)


def sentence(told: list[Line]) -> str:
    """events.csv, line 4, column role: roles.csv has no “chief”."""
    first = told[0]
    more = [f"{column(line)}: {line.text_en}".lstrip(", :") for line in told[1:]]
    place = f"{first.file}, line {first.line}{column(first)}"
    return on_one_line("; ".join([f"{place}: {first.text_en}", *more]))


def column(line: Line) -> str:
    return f", column {line.column_name}" if line.column_name else ""


def on_one_line(text: str) -> str:
    """A value from a file may hold line breaks and the codes that steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
