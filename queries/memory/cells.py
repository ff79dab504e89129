"""A large record's events added up by theme, for periods made of whole quarters.

Of each set of a few themes it is known how many events carry all of them: of all events, of those
with a partner, in a region ... How many carry any of them follows by inclusion and exclusion or,
where there is room to know of every set how many carry nothing else, from what is left without
them. That takes a moment, however many events there are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

import numpy as np
from pyroaring import BitMap

from queries.memory import filtered
from queries.memory.carried import Carried
from queries.memory.sets import Ints, Later, numbers, places, run
from queries.memory.view import COUNTRY, View

LARGE = 100_000  # events from which adding up is worth it
WIDE = 1_200_000  # events from which adding up by every set of themes is, which takes room
MOST = 4  # themes of a set, unless every set is known
BUT = 3  # themes that a set of nearly all may lack
VOCABULARY = 16  # themes that events carry
ROOM = 1 << 28  # bytes that every set of themes may take
FEW = 3  # themes of a set, by which events are added up by country
Name = tuple[str, int | str]
Upto = Callable[[Ints], Ints]


def added(views: "Views") -> "Views":
    """The same with what is added up of each: worth it for whoever asks many questions."""
    return {unconfirmed: (view, of(view)) for unconfirmed, (view, _) in views.items()}


def to_write(views: "Views", wide: int) -> "Views":
    """The same as plain bits too, and with what is added up, all of it made as it is written.

    wide: events from which all is added up by every set of themes, if there is room.
    """
    return {
        kind: (replace(view, packed=filtered.put_off(view)), put_off(view, wide))
        for kind, (view, _) in views.items()
    }


def of(view: View, wide: bool = False) -> "Cells | None":
    """The cells of a view, if it is large. wide: whether by every set of themes."""
    few = len(view.carried["theme"].borne) <= VOCABULARY
    return Cells(view, wide) if few and view.order.events >= LARGE else None


def put_off(view: View, wide: int) -> "Cells | None":
    """Its cells, of which most is added up as it is written."""
    found = of(view, wide=view.order.events >= wide)
    if found:
        found.sums = Later(found.added_up)  # type: ignore[assignment]
        found.countries = Later(found.by_country)  # type: ignore[assignment]
    return found


class AllOf:
    """Adds up by set of themes what carries all of it. sets: a bit a theme, small ones first."""

    def __init__(self, themes: int, sizes: Iterable[int]) -> None:
        bits = [1 << n for n in range(themes)]
        self.sets = [sum(some) for size in sizes for some in combinations(bits, size)]
        self.column = {some: n for n, some in enumerate(self.sets)}

    def __call__(self, found: Ints) -> Ints:
        """What stands before each bound. found: what stands behind it, by the set that it carries,
        for every set.
        """
        found = found.copy()
        for without, with_it in halves(found):
            np.add(without, with_it, out=without)
        return upto(found[:, self.sets])


class NoneBut:
    """Adds up by every set of themes, which is its column, what carries no theme but these."""

    def __call__(self, found: Ints) -> Ints:
        found = found.copy()
        for without, with_it in halves(found):
            np.add(with_it, without, out=with_it)
        return upto(found)


def halves(found: Ints) -> Iterable[tuple[Ints, Ints]]:
    """For each theme, the columns of sets without it and those of the same sets with it."""
    for n in range(found.shape[1].bit_length() - 1):
        both = found.reshape(len(found), -1, 2, 1 << n)
        yield both[:, :, 0], both[:, :, 1]


def upto(found: Ints) -> Ints:
    """What stands before each bound, of what stands behind each."""
    added = np.zeros(found.shape, np.int32)
    np.cumsum(found[:-1], axis=0, dtype=np.int32, out=added[1:])
    return added


@dataclass(frozen=True)
class Table:
    """Events and activities by the place where a quarter begins or ends, and by set of themes; what
    stands before the place counts. months: events, by where a month begins. done_within: those
    activities of events of the set that carry any of it themselves.
    """

    events: Ints
    months: Ints
    done: Ints
    done_within: Ints


def table(form: Upto, found: Sequence[Ints], within: Sequence[Ints]) -> Table:
    events, months, done = map(form, found)
    some, others = map(form, within)
    return Table(events, months, done, some - others)


class Cells:
    """What is added up of a view: by all of some themes and, if it is wide, by none but any."""

    def __init__(self, view: View, wide: bool = False) -> None:
        order = view.order
        self.view, self.bounds, self.themes = view, order.quarters, view.carried["theme"].borne
        self.place = {bound: n for n, bound in enumerate(self.bounds.tolist())}
        themes, size = len(self.themes), len(self.bounds) * len(self.numbered)
        self.wide = wide and (np.int32().nbytes * size) << themes <= ROOM
        large = range(max(MOST + 1, themes - BUT), themes + 1) if self.wide else ()
        self.all_of = AllOf(themes, [*range(MOST + 1), *large])
        bits, events = self.themes_of(self.whole), numbers(view.rows & run(self.whole))
        part = slice(order.events, order.events + len(order.parent))
        activities = places(view.rows & run(part)) - part.start
        own, at = self.themes_of(part)[activities], order.parent[activities]
        found = [
            self.behind(bits[events], events, self.bounds),
            self.behind(bits[events], events, order.months[0]),
            self.behind(own, at, self.bounds),
        ]
        whole = bits[at]
        within = [self.behind(some, at, self.bounds) for some in (whole, whole & ~own)]
        self.tables = [table(form, found, within) for form in self.forms()]

    def forms(self) -> list[Upto]:
        return [self.all_of, NoneBut()] if self.wide else [self.all_of]

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

    def behind(self, bits: Ints, events: Ints, bounds: Ints) -> Ints:
        """How much stands behind each bound and before the next, by the set of themes carried.

        bits: the themes of each, and events: where it stands, in order.
        """
        size = 1 << len(self.themes)
        ends = events.searchsorted(bounds.astype(events.dtype))
        parts = np.split(bits, ends[1:])
        return np.array([np.bincount(part, minlength=size) for part in parts])

    @cached_property
    def numbered(self) -> dict[Name, int]:
        """Where each measure and each value that is carried stands in `sums`."""
        names: list[Name] = [("", "approximate")]
        for name, held in self.held().items():
            names += [(name, "none"), (name, "several"), *((name, value) for value in held.borne)]
        return {name: n for n, name in enumerate(names)}

    def held(self) -> dict[str, Carried]:
        return {name: held for name, held in self.view.carried.items() if name != COUNTRY}

    @cached_property
    def sums(self) -> list[Ints]:
        """The events of each of `numbered`, for each table: by bound, number and set of themes."""
        return self.added_up()

    def added_up(self) -> list[Ints]:
        return self.stacked(self.measured(), len(self.numbered), self.forms())

    def measured(self) -> Iterable[BitMap]:
        """The rows of each of `numbered`."""
        yield self.view.approximate & self.view.rows
        for held in self.held().values():
            yield from (held.none, held.several)
            yield from map(held.carrying, held.borne)

    @cached_property
    def countries(self) -> list[Ints]:
        """The events in each country: by bound, country and set of a few themes."""
        return self.by_country()

    def by_country(self) -> list[Ints]:
        held = self.view.carried[COUNTRY]
        few = AllOf(len(self.themes), range(FEW + 1))
        return self.stacked(map(held.carrying, held.borne), len(held.borne), [few])

    def stacked(self, every: Iterable[BitMap], most: int, forms: Sequence[Upto]) -> list[Ints]:
        """The events of several sets of rows, in each form: by bound, set and set of themes."""
        carried = self.themes_of(self.whole)
        found: list[Ints] = []
        for n, rows in enumerate(every):
            events = numbers(rows & run(self.whole))
            behind = self.behind(carried[events], events, self.bounds)
            for place, form in enumerate(forms):
                one = form(behind)
                if not n:
                    found.append(np.empty((len(one), most, one.shape[1]), np.int32))
                found[place][:, n] = one
        return found

    def placed(self, ends: Sequence[int]) -> list[int] | None:
        """Where events stand among the bounds; None unless each is one."""
        found = [self.place[end] for end in ends if end in self.place]
        return found if len(found) == len(ends) else None


Views = dict[bool, tuple[View, Cells | None]]  # of all rows, and of confirmed ones
