"""What became of each row between two readings of a record.

A row is what the question `every_row` answers, as a dict by column.

Kinds, in the order in which changes are applied:
- added: its id is new to the reader.
- edited: its id is in both and a column differs. A line that only moved is not edited.
- merged: its id went away, and exactly one other row of the newer record bears its title in the
  same language, on days that overlap and in no other place; it does so newly, or it has newly all
  the addresses of the row that went. A page of addresses tells of many events, so an address alone
  says nothing. This is a guess from what the record says; nothing in it records a merger.
- withdrawn: its id went away, and nothing says which other took its place.
- hidden: it, or a row that it can have gone into, may not be shown to this reader now, so no more
  is said of it than what it did.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

KINDS = ("added", "edited", "merged", "withdrawn", "hidden")
TITLES = ("title_en", "title_fr")
PLACES = ("city_en", "country_id")
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


def changes(before: Rows, after: Rows, every: Rows) -> list[Change]:
    """Every row that differs, in the order in which changes are applied.

    By kind; events before their activities, but after them when they go; then by first day and id.
    every: the rows of the newer record, those hidden from this reader among them.
    """
    found = [*came_or_changed(before, after), *went(before, after, every)]
    return sorted(found, key=place)


def came_or_changed(before: Rows, after: Rows) -> list[Change]:
    return [
        Change("edited" if name in before else "added", name, before.get(name), row)
        for name, row in after.items()
        if before.get(name) != row
    ]


def went(before: Rows, after: Rows, every: Rows) -> list[Change]:
    titles = bearers(every)
    found = []
    for name in before.keys() - after.keys():
        row = before[name]
        heirs = [name] if name in every else taken_over(row, before, every, titles)
        hidden = any(heir not in after for heir in heirs)
        into = heirs[0] if len(heirs) == 1 and not hidden else ""
        kind = "hidden" if hidden else "merged" if into else "withdrawn"
        found.append(Change(kind, name, row, None, into))
    return found


def place(change: Change) -> tuple[int, bool, date, str]:
    goes = change.after is None
    day: date = change.row["start_date"]
    return KINDS.index(change.kind), change.is_activity != goes, day, change.event_id


def bearers(rows: Rows) -> dict[tuple[str, str], list[str]]:
    """The ids that bear each title, by its column and its plain words."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, row in rows.items():
        for title in titles_of(row):
            found.setdefault(title, []).append(name)
    return found


def titles_of(row: Row) -> set[tuple[str, str]]:
    """Its titles by their columns; case and spacing say nothing."""
    found = {(name, " ".join((row[name] or "").casefold().split())) for name in TITLES}
    return {(name, title) for name, title in found if title}


def taken_over(
    row: Row, before: Rows, after: Rows, titles: Mapping[tuple[str, str], list[str]]
) -> list[str]:
    """The ids that a row that went can have gone into."""
    bearing = {name for title in titles_of(row) for name in titles.get(title, [])}
    return [name for name in bearing if took(row, before.get(name), after[name])]


def took(row: Row, earlier: Row | None, later: Row) -> bool:
    """Whether another row, as it was and as it is, says newly what a row that went said."""
    if not alike(row, later):
        return False
    if earlier is None or not alike(row, earlier):
        return True
    own = listed(row)
    return bool(own) and own <= listed(later) and not own <= listed(earlier)


def alike(one: Row, other: Row) -> bool:
    """A title in common, days that overlap, and no place that says otherwise."""
    together = one["start_date"] <= other["end_date"] and other["start_date"] <= one["end_date"]
    places = all(one[name] == other[name] for name in PLACES if one[name] and other[name])
    return together and places and bool(titles_of(one) & titles_of(other))


def listed(row: Row) -> frozenset[str]:
    return frozenset(address for address in row["source_urls"].split(";") if address)
