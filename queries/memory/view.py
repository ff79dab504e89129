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


def load(ask: Ask, sizes: Mapping[str, int]) -> View:
    """Ask an engine for all that a view holds. sizes: the values of each vocabulary."""
    events, activities = ask("counted_event"), ask("counted_activity")
    number = events["event_no"].to_numpy()
    child, parent = (activities[name].to_numpy() for name in ("event_no", "parent_no"))
    top = max((int(found.max()) for found in (number, child, parent) if len(found)), default=0)
    place = places(number, top)
    parent = place[parent]
    order = np.argsort(parent, kind="stable")
    order = order[parent[order] != NOWHERE]
    rows = {"events": place, "activities": places(child[order], top)}
    held = carried(ask, sizes, rows, {"events": len(number), "activities": len(order)}, top)
    for name in PLACED:
        held["events"][name] = one_of(events[name].to_numpy(), sizes[name])
    return View(
        number=number,
        day=events["start_date"].cast(pa.int32()).to_numpy(),
        country=events["country"].to_numpy(),
        approximate=packed(events["approximate"].to_numpy(zero_copy_only=False)),
        child=child[order],
        parent=parent[order],
        events=held["events"],
        activities=held["activities"],
    )


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
    ask: Ask, sizes: Mapping[str, int], rows: Mapping[str, Ints], many: Mapping[str, int], top: int
) -> dict[str, Held]:
    """What events and activities carry. rows: the place of each number among them."""
    found = {kind: {name: Bitmaps(many[kind], sizes[name]) for name in CARRIED} for kind in rows}
    for name in CARRIED:
        for first in pieces(top):
            pairs = ask(f"counted_{name}", first_no=first, last_no=first + AT_ONCE - 1)
            number, value = pairs["event_no"].to_numpy(), pairs["position"].to_numpy()
            inside = number <= top
            number, value = number[inside], value[inside]
            for kind, place in rows.items():
                mine = place[number] != NOWHERE
                found[kind][name].add(place[number[mine]], value[mine])
        for held in found.values():
            held[name].close()
    return found


def pieces(top: int) -> Iterable[int]:
    return range(0, top + 1, AT_ONCE)
