"""What a choice of themes counts, from what is added up of a large record: see cells.py."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from queries.memory.cells import FEW, MOST, Cells
from queries.memory.sets import Ints, Numbers
from queries.memory.view import COUNTRY

ALL_OF, NONE_BUT = 0, 1  # the tables of cells
PARTS = 32  # periods whose sums are kept


class Terms:
    """The sets of themes whose counts are added and taken away. columns: theirs. signs: 1 or -1."""

    def __init__(self, columns: Sequence[int], signs: Sequence[int]) -> None:
        self.columns, self.signs = list(columns), np.array(signs, np.int64)

    def of(self, counts: Ints) -> Numbers:
        """counts: with a column for each set, last."""
        found: Numbers = counts[..., self.columns] @ self.signs
        return found


@dataclass(frozen=True)
class Sums:
    """What a choice of themes counts, in periods made of whole quarters; None for others.

    table: the place of what is added up in a form. terms: of that form. few: those of sums by
    country, and single: the columns of these for each theme; None where they do not tell.
    activities: what counts them.
    """

    cells: Cells
    table: int
    terms: Terms
    few: Terms | None
    single: list[int] | None
    activities: Ints
    parts: dict[tuple[int, int], Numbers | None] = field(default_factory=dict)

    def part(self, upto: Ints, part: slice, terms: Terms | None = None) -> Numbers | None:
        """What stands in a run of events, of sums that have a column for each set."""
        ends = self.cells.placed((part.start, part.stop))
        if ends is None:
            return None
        low, high = ((terms or self.terms).of(upto[end]) for end in ends)
        return high - low

    def all(self, part: slice) -> Numbers | None:
        """Each of `Cells.numbered`."""
        ends = part.start, part.stop
        found = self.parts.get(ends)
        if found is None:
            if len(self.parts) >= PARTS:
                self.parts.clear()
            found = self.parts[ends] = self.part(self.cells.sums[self.table], part)
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

    def special(self, name: str, kind: str, part: slice) -> int | None:
        """The events that are approximate, or that carry no value of a vocabulary, or several."""
        added = self.all(part)
        return None if added is None else int(added[self.cells.numbered[name, kind]])

    def by_country(self, part: slice) -> Numbers | None:
        if self.few is None:
            return None
        events, countries = self.counted(part), self.part(self.cells.countries[0], part, self.few)
        if events is None or countries is None:
            return None
        return np.append(events - countries.sum(), countries)

    def counted(self, part: slice) -> int | None:
        """The events."""
        return whole(self.part(self.cells.tables[self.table].events, part))

    def done(self, part: slice) -> int | None:
        """The activities."""
        return whole(self.part(self.activities, part))

    def countries(self, part: slice) -> int | None:
        """The countries."""
        ends = self.cells.placed((part.start, part.stop))
        if ends is None or self.single is None:
            return None
        low, high = (self.cells.countries[0][end][:, self.single] for end in ends)
        return int((high > low).any(axis=1).sum())

    def between(self, starts: Ints, ends: Ints, approximate: bool) -> Numbers | None:
        """Events from each of some rows until another."""
        low, high = (self.cells.placed(some.tolist()) for some in (starts, ends))
        if low is None or high is None:
            return None
        upto = self.cells.tables[self.table].events
        if approximate:
            upto = self.cells.sums[self.table][:, self.cells.numbered["", "approximate"]]
        counts = self.terms.of(upto)
        found: Numbers = counts[high] - counts[low]
        return found

    def months(self) -> Numbers:
        """Events by month, in the order of `Order.months`."""
        return np.diff(self.terms.of(self.cells.tables[self.table].months))


def chosen(cells: Cells, themes: tuple[int, ...] | None, wanted: int) -> Sums | None:
    """The sums of a choice of themes; None for one of which they are not known.

    themes: None for no choice. wanted: how many of them an event must carry.
    """
    if themes is None:
        every = Terms([0], [1])
        return Sums(cells, ALL_OF, every, every, [0], cells.tables[ALL_OF].done)
    bits = [1 << cells.themes.index(theme) for theme in themes if theme in cells.themes]
    if wanted > 1:
        return of_all(cells, bits, met=len(bits) == len(themes) >= wanted)
    return of_any(cells, bits)


def of_all(cells: Cells, bits: list[int], met: bool) -> Sums | None:
    """Of events that carry all of some themes. met: whether any may."""
    table, terms = ALL_OF, Terms([], [])
    if met and sum(bits) in cells.all_of.column:
        terms = Terms([cells.all_of.column[sum(bits)]], [1])
    elif met and cells.wide:
        table, terms = NONE_BUT, lacking(cells, bits)
    elif met:
        return None
    few = terms if table == ALL_OF and len(bits) <= FEW else None
    return Sums(cells, table, terms, few, None, cells.tables[table].done_within)


def of_any(cells: Cells, bits: list[int]) -> Sums | None:
    """Of events that carry any of some themes: all but those that carry none but others."""
    single = [cells.all_of.column[bit] for bit in bits]
    few = included(cells, bits) if len(bits) <= FEW else None
    if cells.wide:
        every = (1 << len(cells.themes)) - 1
        terms = Terms([every, every & ~sum(bits)], [1, -1])
        return Sums(cells, NONE_BUT, terms, few, single, cells.tables[NONE_BUT].done)
    if len(bits) > MOST:
        return None
    terms = few or included(cells, bits)
    return Sums(cells, ALL_OF, terms, few, single, cells.tables[ALL_OF].done)


def lacking(cells: Cells, bits: list[int]) -> Terms:
    """What carries all of some themes, by what lacks several."""
    every = (1 << len(cells.themes)) - 1
    several = [(n, sum(some)) for n in range(len(bits) + 1) for some in combinations(bits, n)]
    return Terms([every & ~some for _, some in several], [-1 if n % 2 else 1 for n, _ in several])


def included(cells: Cells, bits: list[int]) -> Terms:
    """What carries any of some themes, by what carries all of several."""
    sizes = range(1, len(bits) + 1)
    several = [(n, sum(some)) for n in sizes for some in combinations(bits, n)]
    columns = [cells.all_of.column[some] for _, some in several]
    return Terms(columns, [1 if n % 2 else -1 for n, _ in several])


def whole(counts: Numbers | None) -> int | None:
    return None if counts is None else int(counts)
