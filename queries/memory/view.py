"""What one audience may see of the record, in arrays: loaded once, and then only counted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from queries.memory.bits import Bits, Flags

CARRIED = ("theme", "partner", "project", "role")
PLACED = ("region", "format")  # of these an event has one
AT_ONCE = 1_000_000  # numbers of rows read in one piece
NOWHERE = -1
Ints = npt.NDArray[Any]
Ask = Callable[..., pa.Table]  # the name of a part and its values -> its rows


@dataclass(frozen=True)
class View:
    """Events in the order of days, and activities in the order of their events.

    day: of each event, as numpy counts days. region, format, country: places in vocabularies.
    parent: the place of each activity's event. events, activities: what they carry.
    """

    day: Ints
    region: Ints
    format: Ints
    country: Ints
    approximate: Flags
    parent: Ints
    events: dict[str, Bits]
    activities: dict[str, Bits]

    def between(self, first: int, last: int) -> slice:
        """The events that start in a period, both days included, given as numpy counts days."""
        low = int(self.day.searchsorted(first, "left"))
        return slice(low, max(low, int(self.day.searchsorted(last, "right"))))

    def within(self, part: slice) -> slice:
        """The activities of a run of events."""
        low, high = (int(self.parent.searchsorted(end)) for end in (part.start, part.stop))
        return slice(low, high)

    @cached_property
    def month(self) -> Ints:
        """The month of each event, counted from January 1970."""
        return self.day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int32)

    @cached_property
    def sizes(self) -> dict[str, Ints]:
        """How many themes and partners each event carries."""
        return {name: self.events[name].sizes() for name in ("theme", "partner")}


def load(ask: Ask, sizes: dict[str, int]) -> View:
    """Ask an engine for all that a view holds. sizes: the values of each vocabulary."""
    events, activities = ask("counted_event"), ask("counted_activity")
    number, child, parent = (
        table[name].to_numpy()
        for table, name in (
            (events, "event_no"),
            (activities, "event_no"),
            (activities, "parent_no"),
        )
    )
    top = max((int(found.max()) for found in (number, child) if len(found)), default=0)
    place = places(number, max(top, int(parent.max()) if len(parent) else 0))
    parent = place[parent]
    order = np.argsort(parent, kind="stable")
    order = order[parent[order] != NOWHERE]
    rows = {"events": place, "activities": places(child[order], top)}
    held = carried(ask, sizes, rows, {"events": len(number), "activities": len(order)}, top)
    return View(
        day=events["start_date"].cast(pa.int32()).to_numpy(),
        region=events["region"].to_numpy(),
        format=events["format"].to_numpy(),
        country=events["country"].to_numpy(),
        approximate=events["approximate"].to_numpy(zero_copy_only=False),
        parent=parent[order],
        events=held["events"],
        activities=held["activities"],
    )


def places(numbers: Ints, top: int) -> Ints:
    """Where each number stands among the rows, by number."""
    found = np.full(top + 1, NOWHERE, np.int32)
    found[numbers] = np.arange(len(numbers), dtype=np.int32)
    return found


def carried(
    ask: Ask, sizes: dict[str, int], rows: dict[str, Ints], many: dict[str, int], top: int
) -> dict[str, dict[str, Bits]]:
    """What events and activities carry. rows: the place of each number among them."""
    found = {kind: {name: Bits(many[kind], sizes[name]) for name in CARRIED} for kind in rows}
    for name, first in ((name, first) for name in CARRIED for first in pieces(top)):
        pairs = ask(f"counted_{name}", first_no=first, last_no=first + AT_ONCE - 1)
        number, value = pairs["event_no"].to_numpy(), pairs["position"].to_numpy()
        for kind, place in rows.items():
            row = place[np.minimum(number, len(place) - 1)]
            mine = (row != NOWHERE) & (number < len(place))
            found[kind][name].add(row[mine], value[mine])
    return found


def pieces(top: int) -> Iterable[int]:
    return range(0, top + 1, AT_ONCE)
