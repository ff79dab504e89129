"""What one selection counts: a few sets of rows put together, and what remains counted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import and_
from typing import Any, TypeVar

import numpy as np
from pyroaring import BitMap

from queries.memory.carried import Carried
from queries.memory.cells import Cells
from queries.memory.choices import Sums
from queries.memory.choices import chosen as sums
from queries.memory.filtered import Filtered
from queries.memory.sets import Ints, Numbers, before, run
from queries.memory.view import COUNTRY, VOCABULARIES, Chosen, View

TALLIES = 32  # kept for each selection
Found = TypeVar("Found")
PARTS = 4  # runs of events whose matching ones are kept


@dataclass(frozen=True)
class Matched:
    """Which events and activities of a view carry what is chosen. wanted: how many of the chosen
    themes an event must carry. sums: the same where they are added up already. bits: where they
    are counted by plain bits.
    """

    view: View
    chosen: Chosen
    wanted: int
    sums: Sums | None = None
    bits: Filtered | None = None
    parts: dict[tuple[int, int], BitMap] = field(default_factory=dict)
    tallies: dict[tuple[str, int, int], Numbers] = field(default_factory=dict)

    @cached_property
    def rows(self) -> BitMap:
        """The events that match, and those of their activities that do."""
        if self.wanted < 2:
            return self.whole
        return self.bits.rows.compressed() if self.bits else self.matching(carrying)

    @cached_property
    def whole(self) -> BitMap:
        """The events that match, and those of their activities that would as an event."""
        return self.bits.whole.compressed() if self.bits else self.matching(carrying_all)

    def matching(self, rows: Callable[[View, str, tuple[int, ...], int], BitMap]) -> BitMap:
        every = [
            rows(self.view, name, ids, self.wanted if name == "theme" else 1)
            for name, ids in self.chosen
        ]
        return reduce(and_, every) if every else self.view.rows

    def within(self, part: slice) -> BitMap:
        """The matching events of a run."""
        ends = part.start, part.stop
        found = self.parts.get(ends)
        if found is None:
            if len(self.parts) >= PARTS:
                self.parts.clear()
            found = self.parts[ends] = self.whole & run(part)
        return found

    def told(self, asked: Callable[[Sums | Filtered], Found | None]) -> Found | None:
        """What sums tell or, where they do not, plain bits; None where neither do."""
        for one in (self.sums, self.bits):
            found = asked(one) if one else None
            if found is not None:
                return found
        return None

    def counted(self, part: slice) -> int:
        """How many events of a run match."""
        found = self.told(lambda one: one.counted(part))
        return self.rows.range_cardinality(part.start, part.stop) if found is None else found

    def done(self, part: slice) -> int:
        """How many activities of the matching events of a run match themselves."""
        found = self.told(lambda one: one.done(part))
        if found is not None:
            return found
        mine = self.view.order.within(part)
        return self.rows.range_cardinality(mine.start, mine.stop)

    def done_each(self, events: Ints) -> Numbers:
        """How many activities of each of some matching events match themselves."""
        order = self.view.order
        low, high = (order.events + order.parent.searchsorted(row) for row in (events, events + 1))
        found: Numbers = before(self.rows, high) - before(self.rows, low)
        return found

    def tally(self, name: str, part: slice) -> Numbers:
        """Matching events by the value they carry, by its place; at 0, those without any."""
        asked = name, part.start, part.stop
        found = self.tallies.get(asked)
        if found is None:
            if len(self.tallies) >= TALLIES:
                self.tallies.clear()
            found = self.tallies[asked] = self.tallied(name, part)
        return found

    def tallied(self, name: str, part: slice) -> Numbers:
        held = self.view.carried[name]
        added = self.told(lambda one: one.tally(name, part))
        return held.tally(self.within(part)) if added is None else by_place(held, added)

    def met(self, name: str, parts: list[slice]) -> list[Ints]:
        """The places of the values that the matching events of each run bring."""
        if all(self.tells(name, part) for part in parts):
            return [1 + np.flatnonzero(self.tally(name, part)[1:]) for part in parts]
        return self.view.carried[name].met([self.within(part) for part in parts])

    def tells(self, name: str, part: slice) -> bool:
        """Whether the tally of a run is known, or follows from sums."""
        if (name, part.start, part.stop) in self.tallies:
            return True
        return self.told(lambda one: one.tally(name, part)) is not None

    def countries(self, part: slice) -> int:
        """In how many countries the matching events of a run take place."""
        found = self.sums.countries(part) if self.sums else None
        return int(np.count_nonzero(self.tally(COUNTRY, part)[1:])) if found is None else found

    def without(self, name: str, part: slice) -> int:
        """How many matching events of a run carry no value."""
        return self.special(name, "none", lambda: self.view.carried[name].none, part)

    def united(self, name: str, values: Iterable[int], part: slice) -> int:
        """How many matching events of a run carry any of some values: their sets put together."""
        if self.bits:
            return self.bits.united(name, list(values), part)
        together = self.view.carried[name].carry(values)
        return together.intersection_cardinality(self.within(part))

    def several(self, name: str, part: slice) -> int:
        """How many matching events of a run carry two values or more."""
        return self.special(name, "several", lambda: self.view.carried[name].several, part)

    def approximate(self, part: slice) -> int:
        return self.special("", "approximate", lambda: self.view.approximate, part)

    def special(self, name: str, kind: str, rows: Callable[[], BitMap], part: slice) -> int:
        """How many matching events of a run are among some rows."""
        found = self.told(lambda one: one.special(name, kind, part))
        return rows().intersection_cardinality(self.within(part)) if found is None else found

    def between(self, starts: Ints, ends: Ints, approximate: bool = False) -> Numbers:
        """Matching events from each of some rows until another, perhaps only some of them."""
        added = self.told(lambda one: one.between(starts, ends, approximate))
        if added is not None:
            return added
        chosen = self.rows & self.view.approximate if approximate else self.rows
        found: Numbers = before(chosen, ends) - before(chosen, starts)
        return found

    def spread(self, name: str, part: slice, starts: Ints, ends: Ints) -> Numbers:
        """Matching events of a run by the value they carry and by some spans of rows: a line a
        value, by its place, and at 0 those without any; a column a span.
        """
        held = self.view.carried[name]
        found = np.zeros((len(held.sets), len(starts)), np.int64)
        if name in self.view.packed:
            spans = np.clip([starts, ends], part.start, part.stop).T.tolist()
            for column, span in zip(found.T, spans, strict=True):
                column[:] = self.tallied(name, slice(*span))
            return found
        chosen = self.within(part)
        for value in (0, *held.borne):  # each set is read once, however many spans there are
            one = held.among(value, chosen) if value else held.none & chosen
            found[value] = before(one, ends) - before(one, starts)
        return found

    def within_each(self, one: str, places: Ints, other: str, part: slice) -> Numbers:
        """Matching events of a run by what they carry of two vocabularies: a line a value of the
        other, by its place, and at 0 those without any; a column for each place given of the one.
        """
        return np.column_stack([self.beside(one, n, other, part) for n in places.tolist()])

    def beside(self, one: str, place: int, other: str, part: slice) -> Numbers:
        held, chosen = self.view.carried, self.bits
        added = chosen.beside(one, place, other, part) if chosen else None
        if added is None:
            return held[other].tally(held[one].among(place, self.within(part)))
        return by_place(held[other], added)

    def alike(self, name: str, part: slice) -> tuple[Numbers, Numbers]:
        """For each set of values that a matching event of a run carries: such an event, and how
        many there are.
        """
        return self.view.carried[name].alike(self.within(part))

    def months(self) -> tuple[Ints, Numbers]:
        """The months with matching events, counted from January 1970, and how many they have."""
        starts, names = self.view.order.months
        counts = self.sums.months() if self.sums else self.between(starts[:-1], starts[1:])
        return names[counts > 0], counts[counts > 0]


def by_place(held: Carried, added: Numbers) -> Numbers:
    """What is counted of no value and of each that is carried, by the places of values."""
    found = np.zeros(len(held.sets), np.int64)
    found[[0, *held.borne]] = added
    return found


def matched(view: View, cells: Cells | None, chosen: Chosen, wanted: int) -> Matched:
    """Put filters to a view. wanted: how many of the chosen themes an event must carry."""
    names = [name for name, _ in chosen]
    bits = Filtered(view, chosen, wanted) if view.packed else None
    if cells is None or names not in ([], ["theme"]):
        return Matched(view, chosen, wanted, None, bits)
    themes = chosen[0][1] if chosen else None
    return Matched(view, chosen, wanted, sums(cells, themes, wanted), bits)


def carrying(view: View, name: str, ids: tuple[int, ...], wanted: int) -> BitMap:
    """The events that a filter leaves, and those of their activities that carry a chosen value.

    What an activity carries, its event carries too.
    """
    whole = carrying_all(view, name, ids, wanted)
    if wanted < 2 or not whole:
        return whole
    return whole | (view.of_event.carry(ids, together=True) & view.carried[name].carry(ids))


def carrying_all(view: View, name: str, ids: tuple[int, ...], wanted: int) -> BitMap:
    """The events that a filter leaves, and the activities that carry as much themselves."""
    if len(ids) < wanted:  # one of the themes is not in the vocabulary
        return BitMap()
    return view.carried[name].carry(ids, together=wanted > 1)


def filters(values: Mapping[str, object], places: Mapping[str, Mapping[str, int]]) -> Chosen:
    """The filters among a question's values, with the place of each chosen id."""
    given: dict[str, Any] = {name: values[name] for name in VOCABULARIES}
    return tuple(
        (name, tuple(sorted({known[value] for value in ids if value in known})))
        for name, ids, known in ((name, ids, places.get(name, {})) for name, ids in given.items())
        if ids
    )
