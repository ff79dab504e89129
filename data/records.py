"""The rows of a text file with the line each starts on, however untidy the file is."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from data.files import BROKEN, BROKEN_KEPT, TextFile, readable

LONGEST = 1000  # physical lines of one row; an open quote would swallow the rest of the file


@dataclass(frozen=True)
class Row:
    """A row of the right width, or why it is none: a reason_id and its {value} and {other}."""

    line: int
    fields: list[str]
    reason_id: str | None = None
    value: str | None = None
    other: str | None = None


class Lines:
    """Physical lines that can be handed back when they turn out not to be one row."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.waiting: deque[str] = deque()
        self.rest = lines
        self.taken: list[str] = []
        self.number = 1  # of the first line taken

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= LONGEST:
            raise csv.Error("a row without end")
        line = self.waiting.popleft() if self.waiting else next(self.rest)
        self.taken.append(line)
        return line

    def keep(self, count: int) -> None:
        """Count the first lines taken as read, hand back the others."""
        self.waiting.extendleft(reversed(self.taken[count:]))
        self.number += count
        self.taken = []


def rows(file: TextFile) -> Iterator[Row]:
    """Every filled row below the header, in order. An empty row is passed over."""
    with file.path.open(encoding=file.encoding, errors=BROKEN_KEPT, newline="") as text:
        found = split(Lines(text), file.delimiter)
        for _, fields in found:
            if fields and any(field.strip() for field in fields):
                break
        for line, fields in found:
            if fields is None:
                yield Row(line, [], "broken_quotes")
            elif any(field.strip() for field in fields):
                yield fitted(line, fields, file.header)


def split(lines: Lines, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """The line a row starts on and its fields; None when its quotes are broken."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        number = lines.number
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error:
            lines.keep(1)
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            yield number, None
        else:
            lines.keep(len(lines.taken))
            yield number, fields


def fitted(line: int, fields: list[str], header: tuple[str, ...]) -> Row:
    """Spreadsheets end rows with a separator too many; that one is forgiven."""
    width = len(header)
    if len(fields) == width + 1 and not fields[-1]:
        fields = fields[:-1]
    if len(fields) == width:
        broken = [pair for pair in zip(header, fields, strict=True) if BROKEN.search(pair[1])]
        if not broken:
            return Row(line, fields)
        (name, value), *_ = broken
        return Row(line, [], "bytes_broken", readable(value), name)
    reason = "too_few_fields" if len(fields) < width else "too_many_fields"
    return Row(line, [], reason, str(len(fields)), str(width))
