"""What any filters leave of a large record, counted by sets as plain bits: see bits.py."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial, reduce
from operator import and_

import numpy as np
import numpy.typing as npt
from pyroaring import BitMap

from queries.memory.bits import WORD, Lines, Rows, shape_for
from queries.memory.carried import Carried
from queries.memory.sets import Numbers
from queries.memory.view import COUNTRY, Chosen, View

ROOM = 1 << 28  # bytes that the sets of a view may take
FULL = 1 / 200  # of all rows that a set must have, or compressed ones are counted sooner
NOTED, OF_EVENT = "", "of_event"  # names of sets that are no vocabulary's
SPECIAL = ("none", "several")  # before the values of a vocabulary
TALLIES = 32  # kept of a selection


def put_off(view: View) -> dict[str, Lines]:
    """The sets of a view, made when they are written: what is noted of rows, and as many
    vocabularies as there is room for, the smallest first, but none whose sets are nearly empty.
    """
    shape = shape_for(view.order.events + len(view.order.parent))
    rows = shape[0] * shape[1] * WORD
    noted: dict[int | str, Callable[[], BitMap]] = {
        "rows": lambda: view.rows,
        "approximate": lambda: view.approximate,
    }
    found, left = {NOTED: Lines.of(noted, shape)}, ROOM - len(noted) * rows // 8
    held = {name: one for name, one in view.carried.items() if name != COUNTRY}
    for name, one in sorted({**held, OF_EVENT: view.of_event}.items(), key=values):
        some = sets(one)
        room = len(some) * rows // 8
        if room <= left and sum(map(len, one.sets)) >= FULL * len(one.borne) * len(view.rows):
            found[name], left = Lines.of(some, shape), left - room
    return found


def values(named: tuple[str, Carried]) -> int:
    return len(named[1].borne)


def sets(held: Carried) -> dict[int | str, Callable[[], BitMap]]:
    """What makes each set of a vocabulary: those of SPECIAL, then those of its values."""
    special = zip(SPECIAL, (lambda: held.none, lambda: held.several), strict=True)
    return {**dict(special), **{value: partial(held.carrying, value) for value in held.borne}}


class Filtered:
    """Which events and activities of a view carry what is chosen. wanted: how many of the chosen
    themes an event must carry.
    """

    def __init__(self, view: View, chosen: Chosen, wanted: int) -> None:
        self.view, self.chosen, self.wanted = view, chosen, wanted
        self.counts: dict[tuple[str, int, int], Numbers] = {}

    @cached_property
    def whole(self) -> Rows:
        """The events that match, and those of their activities that would as an event."""
        return self.matching(self.carrying_all)

    @cached_property
    def rows(self) -> Rows:
        """The events that match, and those of their activities that do."""
        return self.whole if self.wanted < 2 else self.matching(self.carrying)

    def matching(self, rows: Callable[[str, tuple[int, ...]], Rows]) -> Rows:
        every = [rows(*one) for one in self.chosen]
        return reduce(and_, every) if every else self.view.packed[NOTED].joined(["rows"])

    def carrying_all(self, name: str, ids: tuple[int, ...]) -> Rows:
        together = name == "theme" and self.wanted > 1
        return self.joined(name, () if together and len(ids) < self.wanted else ids, together)

    def carrying(self, name: str, ids: tuple[int, ...]) -> Rows:
        """Beside these, the activities of what carries all that carry a chosen value."""
        found = self.carrying_all(name, ids)
        if name != "theme" or len(ids) < self.wanted:
            return found
        return found | self.joined(OF_EVENT, ids, together=True) & self.joined(name, ids)

    def joined(self, name: str, ids: Sequence[int], together: bool = False) -> Rows:
        lines = self.view.packed.get(name)
        if lines:
            return lines.joined(ids, together)
        held = self.view.of_event if name == OF_EVENT else self.view.carried[name]
        return Rows.of(held.carry(ids, together), self.view.packed[NOTED].shape)

    def counted(self, part: slice) -> int:
        """The events of a run."""
        return self.rows.counted(part)

    def done(self, part: slice) -> int:
        """The activities of the events of a run."""
        return self.rows.counted(self.view.order.within(part))

    def between(self, starts: npt.ArrayLike, ends: npt.ArrayLike, approximate: bool) -> Numbers:
        """Events from each of some rows until another, perhaps only some of them."""
        rows = self.rows
        if approximate:
            rows = rows & self.view.packed[NOTED].joined(["approximate"])
        found: Numbers = rows.before(ends) - rows.before(starts)
        return found

    def tally(self, name: str, part: slice) -> Numbers | None:
        """The events of a run without any value of a vocabulary, and with each that is carried."""
        return tallied(self.each(name, part))

    def special(self, name: str, kind: str, part: slice) -> int | None:
        """The events of a run that are approximate, or that carry no value, or several."""
        counts = self.each(name, part)
        return None if counts is None else int(counts[self.view.packed[name].place[kind]])

    def united(self, name: str, values: list[int], part: slice) -> int:
        """The events of a run that carry any of some values: their sets put together."""
        return (self.whole & self.joined(name, values)).counted(part)

    def beside(self, name: str, value: int, other: str, part: slice) -> Numbers | None:
        """The same of those events that carry a value of another vocabulary."""
        lines = self.view.packed.get(other)
        if not lines or part.start == part.stop:
            return None
        return tallied(lines.counted(self.whole & self.joined(name, [value]), part))

    def each(self, name: str, part: slice) -> Numbers | None:
        """The events of a run in each set of a vocabulary; None if there was no room for it."""
        asked = name, part.start, part.stop
        found, lines = self.counts.get(asked), self.view.packed.get(name)
        if found is None and lines:
            if part.start == part.stop:
                return np.zeros(len(lines.place), np.int64)
            if len(self.counts) >= TALLIES:
                self.counts.clear()
            found = self.counts[asked] = lines.counted(self.whole, part)
        return found


def tallied(counts: Numbers | None) -> Numbers | None:
    """What is counted of no value and of each, without that of several."""
    return None if counts is None else np.append(counts[0], counts[len(SPECIAL) :])
