"""What changed since a snapshot: `python -m queries.changes NAME [selection options]`."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import pandas as pd
import pyarrow as pa

from data import snapshots
from data.snapshots import Snapshot, SnapshotError
from data.warehouse import OutdatedWarehouse, WarehouseError
from data.working import Working
from queries import __main__ as command
from queries import asking, comparing, edits, engines, selection
from queries import options as options_of
from queries.audience import WrongAudience, shown_on
from queries.comparing import Change, Rows
from queries.edits import Nameable
from queries.engines import Engine, UnknownEngine
from queries.selection import DIMENSIONS, Problem, Selection
from queries.today import WrongDay, today

HEADLINE = ("events", "activities", "partners", "new_partners", "countries")
TOLD = ("title_en", "title_fr", "start_date", "end_date", "date_precision")
ROWS = ("kind", "level", "event_id", "parent_event_id", *TOLD, "into", "edits", *HEADLINE)
EDITS = ("event_id", "column", "before", "after")
Numbers = tuple[int, ...]


@dataclass(frozen=True)
class Changes:
    """What changed for one selection, as dataframes.

    rows: one row a change in the order applied (see comparing.py), with columns ROWS: `edits` in
    words, and by how much the change moved each of HEADLINE. Of a hidden row only kind and level
    are told. edits: one row an edited column, with columns EDITS. An id that this reader may not
    know is NOT_SHOWN in both (see edits.py). headline: the rows `before`, `after` and their
    `difference`, which is the sum of the changes.
    """

    rows: pd.DataFrame
    edits: pd.DataFrame
    headline: pd.DataFrame


@dataclass(frozen=True)
class Side:
    """A record as one reader sees it on one day: its rows, as a table and by id, and headline."""

    table: pa.Table
    rows: Rows
    places: Mapping[str, int]
    headline: Numbers

    def row(self, event_id: str) -> pa.Table:
        return self.table.slice(self.places[event_id], 1)


def since(snapshot: Snapshot, engine: Engine, chosen: Selection) -> Changes:
    """What changed between a snapshot, as it was on its day, and the record behind an engine.

    An embargo that ended since adds a row for the public. Raises as thawed() does.
    """
    with closing(thawed(snapshot)) as frozen:
        then = seen(frozen, chosen, snapshot.day)
    now = seen(engine, chosen, today())
    every = by_id(every_row(engine, {"shown_on": date.max}))  # what is hidden is not gone
    found = comparing.changes(then.rows, now.rows, every)
    steps = list(applied(found, then, now, chosen))
    named = {change.event_id for change in found if change.kind != "hidden"} | now.rows.keys()
    may = edits.nameable(engine, shown_on(chosen.audience), named)
    rows = [told(change, step, may) for change, step in zip(found, steps, strict=True)]
    edited = [
        (change.event_id, edit.column, edit.before, edit.after)
        for change in found
        for edit in edits.told(change, may)
    ]
    moved = difference(now.headline, then.headline)
    return Changes(
        pd.DataFrame(rows, columns=list(ROWS)),
        pd.DataFrame(edited, columns=list(EDITS)),
        pd.DataFrame(
            [then.headline, now.headline, moved],
            columns=list(HEADLINE),
            index=["before", "after", "difference"],
        ),
    )


def thawed(snapshot: Snapshot) -> Engine:
    """The record of a snapshot, to be asked as of `snapshot.day`.

    Raises SnapshotError when the program's tables are no longer those it was frozen with: its kept
    figures remain. Raises WarehouseError when it is damaged.
    """
    try:
        return engines.connect(asking.url_of(snapshot.warehouse))
    except OutdatedWarehouse:
        raise SnapshotError("other_tables", name=snapshot.name) from None


def open_still(frozen: Engine, day: date, engine: Engine, audience: str) -> bool:
    """Whether a reader may be told now all that the record of a snapshot showed them on its day."""
    sides = (frozen, shown_on(audience, day)), (engine, shown_on(audience)), (engine, date.max)
    before, after, every = (by_id(every_row(one, {"shown_on": on})) for one, on in sides)
    then, now = (edits.nameable(*side) for side in sides[:2])
    hidden = any(change.kind == "hidden" for change in comparing.changes(before, after, every))
    return not hidden and all(then[column] <= now[column] for column in now)


def seen(engine: Engine, chosen: Selection, day: date) -> Side:
    values = chosen.values(day)
    table = every_row(engine, values)
    rows = by_id(table)
    places = {name: place for place, name in enumerate(rows)}
    return Side(table, rows, places, headline(engine, values))


def every_row(engine: Engine, values: Mapping[str, object]) -> pa.Table:
    sql, bound = asking.prepared("every_row", values, engine.dialect)
    return engine.execute(sql, bound)


def by_id(table: pa.Table) -> Rows:
    return {row["event_id"]: row for row in table.to_pylist()}


def headline(engine: Engine, values: Mapping[str, object]) -> Numbers:
    """The plain question, since rows in memory have no sums beside them."""
    sql, bound = asking.prepared("headline", values, engine.dialect)
    (row,) = engine.execute(sql, bound).to_pylist()
    return tuple(int(row[name]) for name in HEADLINE)


def applied(found: list[Change], then: Side, now: Side, chosen: Selection) -> Iterator[Numbers]:
    """What each change does to the headline figures, applied one after the other.

    The sum is the difference between the two records, since the last state is the newer one. Each
    step costs a headline over the whole record.
    """
    values = {**chosen.values(), "shown_on": date.max}  # a side holds but what its reader may see
    with closing(Working(then.table)) as working:
        numbers = then.headline
        for change in found:
            working.drop(change.event_id)
            if change.after is not None:
                working.add(now.row(change.event_id))
            working.settle()
            moved = headline(working, values)
            yield difference(moved, numbers)
            numbers = moved
    assert numbers == now.headline, "the changes do not add up"


def difference(after: Numbers, before: Numbers) -> Numbers:
    return tuple(b - a for a, b in zip(before, after, strict=True))


def told(change: Change, step: Numbers, may: Nameable) -> tuple[object, ...]:
    """One row of Changes.rows."""
    level = "activity" if change.is_activity else "event"
    if change.kind == "hidden":
        return (change.kind, level, *[None] * (len(ROWS) - 2 - len(step)), *step)
    row = change.row
    edited = "; ".join(map(edits.sentence, edits.told(change, may)))
    parent = edits.value("parent_event_id", row["parent_event_id"], may)
    what = (row[name] for name in TOLD)
    return (change.kind, level, change.event_id, parent, *what, change.into, edited, *step)


def read(
    snapshot: Snapshot, engine: Engine, link: Mapping[str, str]
) -> tuple[Selection, list[Problem]]:
    """The selection that a link means in either record; without parameters, the snapshot's own.

    The public may name but what the present record shows: what else the snapshot selects by is left
    out, and no problem says what it was.
    """
    typed = {name: value for name, value in link.items() if value}
    asked = {**snapshot.link, **typed}
    reader = selection.audience(asked)
    with closing(thawed(snapshot)) as frozen:
        sides = [(engine, shown_on(reader)), (frozen, shown_on(reader, snapshot.day))]
        known = [asking.known(*side) for side in (sides[:1] if reader == "public" else sides)]
        spans = [asking.whole(*side) for side in sides]
    either = {
        name: tuple(dict.fromkeys(id for side in known for id in side[name])) for name in DIMENSIONS
    }
    firsts, lasts = zip(*spans, strict=True)
    chosen, problems = selection.read(asked, either, (min(firsts), max(lasts)))
    return chosen, [problem for problem in problems if problem.parameter in typed]


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0 answered, 1 no usable snapshot or warehouse, 2 a word that means nothing."""
    parser = argparse.ArgumentParser(prog="python -m queries.changes", description=__doc__)
    parser.add_argument("name", help="of a snapshot: `python -m data.snapshots list`")
    options = command.selecting(parser).parse_args(words)
    try:
        return answer(options)
    except (SnapshotError, WarehouseError, UnknownEngine, WrongDay, WrongAudience) as failure:
        return command.refuse(str(failure), 1)


def answer(options: argparse.Namespace) -> int:
    snapshot, engine = snapshots.read(options.name), asking.connect()
    link, output = command.link_of(options)
    chosen, problems = read(snapshot, engine, link)
    if problems:
        return command.refuse("\n".join(map(options_of.sentence, problems)), 2)
    found = since(snapshot, engine, chosen)
    command.write(found.rows, output)
    print(f"compared for {urlencode(chosen.link(), safe=',')}", file=sys.stderr)
    numbers = found.headline
    for name in HEADLINE:
        before, after = numbers.loc["before", name], numbers.loc["after", name]
        print(f"{name}: {before} on {snapshot.day}, {after} now", file=sys.stderr)
    if chosen.audience == "public":
        command.tell_not_shown(engine, chosen)
    return 0


if __name__ == "__main__":
    sys.exit(main())
