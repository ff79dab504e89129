"""What one audience may see of the record, as sets of rows: loaded once, and then only counted."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from queries.memory.bits import Lines
from queries.memory.carried import Carried
from queries.memory.sets import Ints

CARRIED = ("theme", "partner", "project", "role")
PLACED = ("region", "format")  # of these an event has one, and its activities the same
COUNTRY = "country"  # of which there are many, and an event has one
VOCABULARIES = (*CARRIED, *PLACED)
Held = Mapping[str, Carried]
Chosen = tuple[tuple[str, tuple[int, ...]], ...]  # the filters in force, with places of values


@dataclass(frozen=True)
class Order:
    """The rows of a record: events in the order of days, then activities in the order of their
    events.

    days: on which events start, as numpy counts them. starts: the first event of each day and,
    last, the first activity. parent: the event of each activity. quarters: the first event, that of
    each quarter of any calendar and the first activity. number: that of each row in the warehouse.
    away: how many days an activity starts after its event, at least and at most.
    """

    days: Ints
    starts: Ints
    parent: Ints
    quarters: Ints
    number: Ints
    away: tuple[int, int]

    @property
    def events(self) -> int:
        """How many events there are."""
        return int(self.starts[-1])

    def between(self, first: int, last: int) -> slice:
        """The events that start in a period, both days included, given as numpy counts days."""
        days, starts = self.listed  # numpy would let other threads in at each of many small steps
        low = starts[bisect_left(days, first)]
        return slice(low, max(low, starts[bisect_right(days, last)]))

    @cached_property
    def listed(self) -> tuple[list[int], list[int]]:
        return self.days.tolist(), self.starts.tolist()

    def bounds(self, first: Ints, last: Ints) -> tuple[Ints, Ints]:
        """Where the events of several periods begin, and where they end."""
        low = self.starts[self.days.searchsorted(first, "left")]
        return low, np.maximum(low, self.starts[self.days.searchsorted(last, "right")])

    def within(self, part: slice) -> slice:
        """The activities of a run of events."""
        ends = np.array([part.start, part.stop], np.int32)
        low, high = map(int, self.parent.searchsorted(ends))
        return slice(self.events + low, self.events + high)

    def day(self, events: Ints) -> Ints:
        """The days on which events start."""
        found: Ints = self.days[self.starts.searchsorted(events, "right") - 1]
        return found

    def span(self, rows: Ints) -> tuple[int, int]:
        """The days between which some rows start, or somewhat more. rows: at least one."""
        inside = rows[rows >= self.events] - self.events
        events = np.concatenate([rows[rows < self.events], self.parent[inside]])
        days = self.day(np.array([events.min(), events.max()])).astype(np.int64)
        before, after = self.away if len(inside) else (0, 0)
        return int(days[0] + min(0, before)), int(days[1] + max(0, after))

    @cached_property
    def months(self) -> tuple[Ints, Ints]:
        """Where each month with events begins among them, and where the last ends; the months,
        counted from January 1970.
        """
        months = self.days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int32)
        names, places = np.unique(months, return_index=True)
        return np.append(self.starts[places], self.starts[-1]), names


@dataclass(frozen=True)
class View:
    """rows: the events and activities seen. approximate: those whose day is not known exactly.
    carried: who carries what. of_event: the activities, by the themes that their events carry.
    packed: the same as plain bits, of a record so large that a file holds it (filtered.py).
    """

    order: Order
    rows: BitMap
    approximate: BitMap
    carried: Held
    of_event: Carried
    packed: Mapping[str, Lines] = field(default_factory=dict)
