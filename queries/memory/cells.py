"""A large record's events added up by theme, for periods made of whole quarters.

Of each set of a few themes it is known how many events carry all of them: of all events, of those
with a partner, in a region ... How many carry any of them follows by inclusion and exclusion, and
takes a moment, however many events there are.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations

import numpy as np
from pyroaring import BitMap

from queries.memory.sets import Carried, Ints, Numbers, numbers, places, run
from queries.memory.view import View

LARGE = 100_000  # events from which adding up is worth it
MOST = 4  # themes chosen at once
VOCABULARY = 16  # themes that events carry
PARTS = 32  # periods whose sums are kept
COUNTRY = "country"  # of which there are many
FEW = 3  # themes chosen at once, for which events are added up by country
Name = tuple[str, int | str]


def added(views: "Views") -> "Views":
    """The same with what is added up of each: worth it for whoever asks many questions."""
    return {unconfirmed: (view, of(view)) for unconfirmed, (view, _) in views.items()}


def of(view: View) -> "Cells | None":
    """The cells of a view, if it is large."""
    few = len(view.carried["theme"].borne) <= VOCABULARY
    return Cells(view) if few and view.order.events >= LARGE else None


class Cells:
    """Sums bear a row for each place where a quarter begins or ends, which counts what stands
    before it, and a column for each set of themes: what carries all of them.

    done: activities that carry all of a set themselves. done_within: those of events that carry all
    of it, where they carry any of it themselves.
    """

    def __init__(self, view: View) -> None:
        order = view.order
        self.view, self.bounds, self.themes = view, order.quarters, view.carried["theme"].borne
        self.place = {bound: n for n, bound in enumerate(self.bounds.tolist())}
        single, sizes = [1 << n for n in range(len(self.themes))], range(MOST + 1)
        self.sets = [sum(some) for size in sizes for some in combinations(single, size)]
        self.column = {some: n for n, some in enumerate(self.sets)}
        events = numbers(view.rows & run(self.whole))
        bits = self.themes_of(self.whole)
        self.events = self.counts(bits[events], events, self.bounds)
        self.months = self.counts(bits[events], events, order.months[0])
        part = slice(order.events, order.events + len(order.parent))
        activities = places(view.rows & run(part)) - part.start
        own = self.themes_of(part)[activities]
        at = order.parent[activities]
        event = bits[at]
        self.done = self.counts(own, at, self.bounds)
        self.done_within = self.counts(event, at, self.bounds)
        self.done_within -= self.counts(event & ~own, at, self.bounds)

    def themes_of(self, part: slice) -> Ints:
        """The themes of each row of a run, a bit each."""
        found = np.zeros(part.stop - part.start, np.uint16)
        for n, theme in enumerate(self.themes):
            rows = places(self.view.carried["theme"].carrying(theme) & run(part))
            found[rows - part.start] |= np.uint16(1 << n)
        return found

    @property
    def whole(self) -> slice:
        """All events."""
        return slice(0, self.view.order.events)

    def counts(self, bits: Ints, events: Ints, bounds: Ints) -> Ints:
        """How much stands before each bound, by set of themes. bits: the themes of each, and
        events: where it stands, in order.
        """
        size = 1 << len(self.themes)
        ends = events.searchsorted(bounds.astype(events.dtype))
        parts = np.split(bits, ends[1:])
        found = np.array([np.bincount(part, minlength=size) for part in parts])
        for n in range(len(self.themes)):
            halves = found.reshape(len(bounds), -1, 2, 1 << n)
            halves[:, :, 0] += halves[:, :, 1]
        upto = np.zeros((len(bounds), len(self.sets)), np.int32)
        np.cumsum(found[:-1, self.sets], axis=0, dtype=np.int32, out=upto[1:])
        return upto

    def complete(self) -> None:
        """Add up all that is else added up when it is first asked for."""
        _ = self.sums, self.countries

    @cached_property
    def numbered(self) -> dict[Name, int]:
        """Where each measure and each value that is carried stands in `sums`."""
        names: list[Name] = [("approximate", "")]
        for name, held in self.held().items():
            names += [(name, "none"), (name, "several"), *((name, value) for value in held.borne)]
        return {name: n for n, name in enumerate(names)}

    def held(self) -> dict[str, Carried]:
        return {name: held for name, held in self.view.carried.items() if name != COUNTRY}

    @cached_property
    def sums(self) -> Ints:
        """The events of each of `numbered`: by bound, number and set of themes."""
        return self.stacked(len(self.numbered), self.measured(), len(self.sets))

    def measured(self) -> Iterable[BitMap]:
        """The rows of each of `numbered`."""
        yield self.view.approximate & self.view.rows
        for held in self.held().values():
            yield from (held.none, held.several)
            yield from map(held.carrying, held.borne)

    @cached_property
    def countries(self) -> Ints:
        """The events in each country: by bound, country and set of a few themes."""
        held = self.view.carried[COUNTRY]
        few = sum(some.bit_count() <= FEW for some in self.sets)
        return self.stacked(len(held.borne), map(held.carrying, held.borne), few)

    def stacked(self, most: int, every: Iterable[BitMap], sets: int) -> Ints:
        """The events of several sets: by bound, set and, for the first of them, set of themes."""
        carried = self.themes_of(self.whole)
        found = np.empty((len(self.bounds), most, sets), np.int32)
        for n, rows in enumerate(every):
            events = numbers(rows & run(self.whole))
            found[:, n] = self.counts(carried[events], events, self.bounds)[:, :sets]
        return found

    def placed(self, ends: Sequence[int]) -> list[int] | None:
        """Where events stand among the bounds; None unless each is one."""
        found = [self.place[end] for end in ends if end in self.place]
        return found if len(found) == len(ends) else None


Views = dict[bool, tuple[View, Cells | None]]  # of all rows, and of confirmed ones


class Sums:
    """What a choice of themes counts, in periods made of whole quarters; None for others.

    columns, signs: the sets of themes whose sums are added and taken away. single: those of one
    theme; None where they do not say what carries any. activities: the sums that count them.
    """

    def __init__(
        self, cells: Cells, terms: list[tuple[int, int]], single: list[int] | None, activities: Ints
    ) -> None:
        self.cells, self.single, self.activities = cells, single, activities
        self.columns = [cells.column[some] for some, _ in terms]
        self.signs = np.array([sign for _, sign in terms], np.int64)
        self.parts: dict[tuple[int, int], Numbers | None] = {}

    def part(self, upto: Ints, part: slice) -> Numbers | None:
        """What stands in a run of events, of sums that have a column for each set."""
        ends = self.cells.placed((part.start, part.stop))
        if ends is None:
            return None
        low, high = (upto[end][..., self.columns] for end in ends)
        found: Numbers = (high - low) @ self.signs
        return found

    def all(self, part: slice) -> Numbers | None:
        """Each of `Cells.numbered`."""
        ends = part.start, part.stop
        found = self.parts.get(ends)
        if found is None:
            if len(self.parts) >= PARTS:
                self.parts.clear()
            found = self.parts[ends] = self.part(self.cells.sums, part)
        return found

    def tally(self, name: str, part: slice) -> Numbers | None:
        """The events without any value of a vocabulary, and with each that is carried."""
        if name == COUNTRY:
            return self.by_country(part)
        added = self.all(part)
        if added is None:
            return None
        values: list[int | str] = ["none", *self.cells.view.carried[name].borne]
        return added[[self.cells.numbered[name, value] for value in values]]

    def by_country(self, part: slice) -> Numbers | None:
        if max(self.columns, default=0) >= self.cells.countries.shape[-1]:
            return None
        events, countries = self.counted(part), self.part(self.cells.countries, part)
        if events is None or countries is None:
            return None
        return np.append(events - countries.sum(), countries)

    def counted(self, part: slice) -> int | None:
        """The events."""
        return whole(self.part(self.cells.events, part))

    def done(self, part: slice) -> int | None:
        """The activities."""
        return whole(self.part(self.activities, part))

    def countries(self, part: slice) -> int | None:
        """The countries."""
        ends = self.cells.placed((part.start, part.stop))
        if ends is None or self.single is None:
            return None
        low, high = (self.cells.countries[end][:, self.single] for end in ends)
        return int((high > low).any(axis=1).sum())

    def between(self, starts: Ints, ends: Ints, approximate: bool) -> Numbers | None:
        """Events from each of some rows until another."""
        low, high = (self.cells.placed(some.tolist()) for some in (starts, ends))
        if low is None or high is None:
            return None
        place = self.cells.numbered["approximate", ""]
        upto = self.upto(self.cells.sums[:, place] if approximate else self.cells.events)
        found: Numbers = upto[high] - upto[low]
        return found

    def months(self) -> Numbers:
        """Events by month, in the order of `Order.months`."""
        return np.diff(self.upto(self.cells.months))

    def upto(self, counts: Ints) -> Numbers:
        found: Numbers = counts[:, self.columns] @ self.signs
        return found


def chosen(cells: Cells, themes: tuple[int, ...] | None, wanted: int) -> Sums | None:
    """The sums of a choice of themes; None for so many that they are not known.

    themes: None for no choice. wanted: how many of them an event must carry.
    """
    if themes is None:
        return Sums(cells, [(0, 1)], [0], cells.done)
    bits = [1 << cells.themes.index(theme) for theme in themes if theme in cells.themes]
    if len(bits) > MOST:
        return None
    if wanted > 1:
        met = len(bits) == len(themes) >= wanted
        return Sums(cells, [(sum(bits), 1)] if met else [], None, cells.done_within)
    sizes = range(1, len(bits) + 1)
    terms = [(sum(s), 1 if n % 2 else -1) for n in sizes for s in combinations(bits, n)]
    return Sums(cells, terms, [cells.column[bit] for bit in bits], cells.done)


def whole(counts: Numbers | None) -> int | None:
    return None if counts is None else int(counts)
