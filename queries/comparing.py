"""What became of each row between two readings of a record.

A row is what the question `every_row` answers, as a dict by column.

Kinds, in the order in which changes are applied:
- added: its id is new to the reader.
- edited: its id is in both and a column differs. A line that only moved is not edited.
- merged: its id went away, and another id of the newer record bears its exact title in one of the
  languages, or bears every one of its addresses, at least one of them newly. This is a guess from
  what the record says; nothing in it records a merger.
- withdrawn: its id went away, and no other id took its place.
- hidden: it may no longer be shown to this reader, so no more is said of it than what it did.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

KINDS = ("added", "edited", "merged", "withdrawn", "hidden")
TITLES = ("title_en", "title_fr")
Row = dict[str, Any]
Rows = Mapping[str, Row]


@dataclass(frozen=True)
class Edit:
    """One column of a row, before and after; None for an empty one."""

    column: str
    before: object
    after: object


@dataclass(frozen=True)
class Change:
    """What became of the row `event_id`. `into`: the id that a merged row went into, else empty.

    before, after: the row on each side; None where it is not.
    """

    kind: str
    event_id: str
    before: Row | None
    after: Row | None
    into: str = ""

    @property
    def row(self) -> Row:
        """The row as it was last."""
        return self.after or self.before or {}

    @property
    def is_activity(self) -> bool:
        return bool(self.row["parent_event_id"])

    def edits(self) -> list[Edit]:
        """The columns that differ; none for a row that came or went."""
        if self.before is None or self.after is None:
            return []
        before, after = self.before, self.after
        return [
            Edit(name, before[name], after[name]) for name in after if before[name] != after[name]
        ]


def changes(before: Rows, after: Rows, known: frozenset[str]) -> list[Change]:
    """Every row that differs, in the order in which changes are applied.

    By kind; events before their activities, but after them when they go; then by first day and id.
    known: the ids of the newer record, those hidden from this reader among them.
    """
    found = [*came_or_changed(before, after), *went(before, after, known)]
    return sorted(found, key=place)


def came_or_changed(before: Rows, after: Rows) -> list[Change]:
    return [
        Change("edited" if name in before else "added", name, before.get(name), row)
        for name, row in after.items()
        if before.get(name) != row
    ]


def went(before: Rows, after: Rows, known: frozenset[str]) -> list[Change]:
    titles, addresses = bearers(after)
    found = []
    for name in before.keys() - after.keys():
        row = before[name]
        into = taken_over(row, before, after, titles, addresses)
        kind = "hidden" if name in known else "merged" if into else "withdrawn"
        found.append(Change(kind, name, row, None, into if kind == "merged" else ""))
    return found


def place(change: Change) -> tuple[int, bool, date, str]:
    goes = change.after is None
    day: date = change.row["start_date"]
    return KINDS.index(change.kind), change.is_activity != goes, day, change.event_id


def bearers(rows: Rows) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The ids that bear each title, and each address."""
    titles: dict[str, list[str]] = {}
    addresses: dict[str, list[str]] = {}
    for name, row in sorted(rows.items()):
        for title in {row[column] for column in TITLES}:
            titles.setdefault(title, []).append(name)
        for address in listed(row):
            addresses.setdefault(address, []).append(name)
    return titles, addresses


def taken_over(
    row: Row,
    before: Rows,
    after: Rows,
    titles: Mapping[str, list[str]],
    addresses: Mapping[str, list[str]],
) -> str:
    """The id that bears the title of a row that went, or newly all its addresses; else empty."""
    named = [name for column in TITLES for name in titles.get(row[column], [])]
    if named:
        return named[0]
    own = listed(row)
    for name in addresses.get(min(own), []) if own else []:
        earlier = listed(before[name]) if name in before else frozenset()
        if own <= listed(after[name]) and not own <= earlier:
            return name
    return ""


def listed(row: Row) -> frozenset[str]:
    return frozenset(address for address in row["source_urls"].split(";") if address)
