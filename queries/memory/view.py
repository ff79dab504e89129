"""What one audience may see of the record, as sets of rows: loaded once, and then only counted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from queries.memory.bitmaps import Bitmaps, Ints, Words, every, packed

CARRIED = ("theme", "partner", "project", "role")
PLACED = ("region", "format")  # of these an event has one
VOCABULARIES = (*CARRIED, *PLACED)
AT_ONCE = 1_000_000  # numbers of rows read in one piece
NOWHERE = -1
Ask = Callable[..., pa.Table]  # the name of a part and its values -> its rows
Held = dict[str, Bitmaps]


@dataclass(frozen=True)
class View:
    """Events in the order of days, and activities in the order of their events.

    number: of each event in the record. day: of each, as numpy counts days. country: a place in its
    vocabulary, 0 for none. child: the number of each activity. parent: the place of its event.
    events, activities: who carries what.
    """

    number: Ints
    day: Ints
    country: Ints
    approximate: Words
    child: Ints
    parent: Ints
    events: Held
    activities: Held

    def between(self, first: int, last: int) -> slice:
        """The events that start in a period, both days included, given as numpy counts days."""
        low = int(self.day.searchsorted(np.int32(first), "left"))  # of its type: else all is copied
        return slice(low, max(low, int(self.day.searchsorted(np.int32(last), "right"))))

    def within(self, part: slice) -> slice:
        """The activities of a run of events."""
        ends = np.array([part.start, part.stop], np.int32)
        low, high = map(int, self.parent.searchsorted(ends))
        return slice(low, high)

    @cached_property
    def months(self) -> tuple[Ints, Ints]:
        """Where each month with events begins among them, and where the last ends; the months,
        counted from January 1970.
        """
        months = self.day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int32)
        names, starts = np.unique(months, return_index=True)
        return np.append(starts, len(months)), names

    @cached_property
    def all_events(self) -> Words:
        return every(len(self.number))

    @cached_property
    def all_activities(self) -> Words:
        return every(len(self.parent))


def load(ask: Ask, sizes: Mapping[str, int]) -> dict[bool, View]:
    """Ask an engine for all that two views hold: that of all rows, and that of confirmed ones.

    sizes: the values of each vocabulary.
    """
    events, activities = ask("counted_event"), ask("counted_activity")
    top = max((ends(table[name]) for table, name in numbers(events, activities)), default=0)
    rows = {}
    for unconfirmed in (True, False):
        some, done = (t if unconfirmed else confirmed(t) for t in (events, activities))
        rows[unconfirmed] = Rows.of(some, done, top)
    held = carried(ask, sizes, rows)
    return {unconfirmed: one.view(held[unconfirmed], sizes) for unconfirmed, one in rows.items()}


@dataclass(frozen=True)
class Rows:
    """The events and the activities of a view, and the place of each number among them."""

    events: pa.Table
    child: Ints
    parent: Ints
    event_at: Ints
    activity_at: Ints

    @classmethod
    def of(cls, events: pa.Table, activities: pa.Table, top: int) -> "Rows":
        child, parent = (activities[name].to_numpy() for name in ("event_no", "parent_no"))
        event_at = places(events["event_no"].to_numpy(), top)
        parent = event_at[parent]
        order = np.argsort(parent, kind="stable")
        order = order[parent[order] != NOWHERE]
        return cls(events, child[order], parent[order], event_at, places(child[order], top))

    def view(self, held: dict[str, Held], sizes: Mapping[str, int]) -> View:
        placed = {name: one_of(self.events[name].to_numpy(), sizes[name]) for name in PLACED}
        return View(
            number=self.events["event_no"].to_numpy(),
            day=self.events["start_date"].cast(pa.int32()).to_numpy(),
            country=self.events["country"].to_numpy(),
            approximate=packed(self.events["approximate"].to_numpy(zero_copy_only=False)),
            child=self.child,
            parent=self.parent,
            events={**held["events"], **placed},
            activities=held["activities"],
        )


def confirmed(table: pa.Table) -> pa.Table:
    return table.filter(table["confirmed"])


def numbers(events: pa.Table, activities: pa.Table) -> Iterable[tuple[pa.Table, str]]:
    """The columns that hold numbers of rows, of tables that hold any."""
    found = ((events, "event_no"), (activities, "event_no"), (activities, "parent_no"))
    return [(table, name) for table, name in found if len(table)]


def ends(column: pa.ChunkedArray) -> int:
    return int(column.to_numpy().max())


def places(numbers: Ints, top: int) -> Ints:
    """Where each number stands among the rows, by number."""
    found = np.full(top + 1, NOWHERE, np.int32)
    found[numbers] = np.arange(len(numbers), dtype=np.int32)
    return found


def one_of(values: Ints, most: int) -> Bitmaps:
    """Rows that have one value each, or 0 for none."""
    found = Bitmaps(len(values), most)
    rows = np.flatnonzero(values)
    found.add(rows, values[rows])
    found.close()
    return found


def carried(
    ask: Ask, sizes: Mapping[str, int], rows: Mapping[bool, Rows]
) -> dict[bool, dict[str, Held]]:
    """What the events and activities of each view carry."""
    top = len(rows[True].event_at) - 1
    found: dict[bool, dict[str, Held]] = {
        unconfirmed: {
            "events": {name: Bitmaps(len(one.events), sizes[name]) for name in CARRIED},
            "activities": {name: Bitmaps(len(one.child), sizes[name]) for name in CARRIED},
        }
        for unconfirmed, one in rows.items()
    }
    for name in CARRIED:
        for first in pieces(top):
            pairs = ask(f"counted_{name}", first_no=first, last_no=min(top, first + AT_ONCE - 1))
            add(found[True], name, rows[True], pairs)
            add(found[False], name, rows[False], confirmed(pairs))
        for held in found.values():
            held["events"][name].close()
            held["activities"][name].close()
    return found


def add(held: dict[str, Held], name: str, rows: Rows, pairs: pa.Table) -> None:
    """Let the rows of a view carry what pairs of a number and a value say."""
    number, value = pairs["event_no"].to_numpy(), pairs["position"].to_numpy()
    for kind, place in (("events", rows.event_at), ("activities", rows.activity_at)):
        mine = place[number] != NOWHERE
        held[kind][name].add(place[number[mine]], value[mine])


def pieces(top: int) -> Iterable[int]:
    return range(0, top + 1, AT_ONCE)
