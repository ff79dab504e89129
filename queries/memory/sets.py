"""Rows as compressed sets, and one such set for each value of a vocabulary."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pandas as pd
from pyroaring import BitMap

Ints = npt.NDArray[Any]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
BITS = 16  # values put into one number at a time
MOST = 0.2  # of all events: more are counted by set sooner than one by one
HALF = 32  # bits, to put two numbers into one


def of(rows: Ints) -> BitMap:
    """A set of rows, given by their numbers."""
    return BitMap(array("I", rows.astype(np.uint32).tobytes()))  # which is read as a whole


def run(part: slice) -> BitMap:
    """All rows from one until another."""
    return BitMap(range(part.start, part.stop))


def numbers(rows: BitMap) -> Ints:
    """The numbers of the rows of a set, in order and as small as they are held."""
    return np.asarray(rows.to_array())


def places(rows: BitMap) -> Numbers:
    """The same, to reckon with."""
    return numbers(rows).astype(np.int64)


def before(rows: BitMap, ends: Ints) -> Numbers:
    """How many rows of a set stand before each of some."""
    return np.array([rows.rank(end - 1) if end else 0 for end in ends.tolist()], np.int64)


def empty(values: int) -> list[BitMap]:
    """A set for each value of a vocabulary, from 1."""
    return [BitMap() for _ in range(values + 1)]


def add(sets: list[BitMap], rows: Ints, values: Ints) -> None:
    """Put each row into the set of the value beside it."""
    if not len(rows):
        return
    both = values.astype(np.int64) << HALF | rows
    both.sort()
    ends = both.searchsorted(np.arange(1, len(sets) + 1) << HALF)
    for value, mine in enumerate(np.split(both.astype(np.uint32), ends[:-1])):
        if len(mine):
            sets[value] |= of(mine)


def within(sets: Iterable[BitMap], every: BitMap) -> list[BitMap]:
    """The same for these rows alone, and compressed."""
    return [small(one & every) for one in sets]


def joined(chosen: Sequence[BitMap], together: bool = False) -> BitMap:
    """The rows of any of some sets or, together, of all of them; none where there is no set."""
    if len(chosen) < 2:
        return chosen[0] if chosen else BitMap()
    return BitMap.intersection(*chosen) if together else BitMap.union(*chosen)


class Later:
    """Sets or arrays that are made when they are written (stored.py), and by then read as a list:
    so nobody needs to hold them all at once.
    """

    def __init__(self, make: Callable[[], list[Any]]) -> None:
        self.make = make


class Carried:
    """sets: for each value of a vocabulary, from 1, the rows that carry it. others: the rows that
    carry none, and those that carry two or more. borne: the values that any row carries. each: the
    value of each event, where one has no other; 0 for none.
    """

    def __init__(self, sets: Sequence[BitMap], each: Ints | None = None) -> None:
        self.sets, self.each = sets, each
        self.others: Sequence[BitMap] = []
        self.borne: list[int] = []

    @property
    def none(self) -> BitMap:
        return self.others[0]

    @property
    def several(self) -> BitMap:
        return self.others[1]

    def closed(self, every: BitMap) -> Self:
        """Note which of all rows carry none or several."""
        carried, several = BitMap(), BitMap()
        for value in range(1, len(self.sets)):
            one = self.carrying(value)
            if one:
                self.borne.append(value)
            several |= carried & one
            carried |= one
        self.others = [small(every - carried), small(several)]
        return self

    def alone(self) -> "Carried":
        return self

    def carrying(self, value: int) -> BitMap:
        """The rows that carry a value."""
        return self.sets[value]

    def among(self, value: int, chosen: BitMap) -> BitMap:
        """Those of the chosen rows that carry a value."""
        return self.sets[value] & chosen

    def counted(self, value: int, chosen: BitMap) -> int:
        """How many of the chosen rows carry a value."""
        return self.sets[value].intersection_cardinality(chosen)

    def carry(self, values: Iterable[int], together: bool = False) -> BitMap:
        """The rows that carry one of the values or, together, all of them."""
        return joined([self.carrying(value) for value in values], together)

    def equal(self, values: list[int]) -> BitMap:
        """The rows that carry all of the values and no other."""
        others = [n for n in range(1, len(self.sets)) if n not in values]
        return (self.carry(values, together=True) if values else self.none) - self.carry(others)

    def tally(self, chosen: BitMap) -> Numbers:
        """How many of the chosen events carry each value; at 0, none."""
        if self.each is not None and len(chosen) < MOST * len(self.each):
            return np.bincount(self.each[numbers(chosen)], minlength=len(self.sets))
        found = np.zeros(len(self.sets), np.int64)
        found[0] = self.none.intersection_cardinality(chosen)
        found[self.borne] = [self.counted(value, chosen) for value in self.borne]
        return found

    def met(self, chosen: list[BitMap]) -> list[Numbers]:
        """The values that any event of each set carries."""
        if self.each is not None:
            return [1 + np.flatnonzero(self.tally(one)[1:]) for one in chosen]
        lines = [self.meets(value, chosen) for value in self.borne]
        found = np.array(lines, bool).reshape(len(self.borne), len(chosen))
        return [np.array(self.borne, np.int64)[column] for column in found.T]

    def meets(self, value: int, chosen: list[BitMap]) -> list[bool]:
        """Whether any row of each set carries a value."""
        mine = self.sets[value]
        return [bool(mine.intersect(one)) for one in chosen]

    def alike(self, chosen: BitMap) -> tuple[Numbers, Numbers]:
        """For each set of values that a chosen row carries: such a row, and how many there are."""
        rows, same = places(chosen), np.zeros(len(chosen), np.int64)
        for start in range(0, len(self.borne), BITS):
            bits = self.bits(self.borne[start : start + BITS], chosen)[rows]
            same = pd.factorize(same << BITS | bits if start else bits)[0]
        counts = np.bincount(same)
        one = np.zeros(len(counts), np.int64)
        one[same] = rows
        return one, counts

    def bits(self, values: list[int], chosen: BitMap) -> Ints:
        """Which of a few values each chosen row carries, a bit a value; other rows carry none."""
        found = np.zeros(chosen.max() + 1 if chosen else 0, np.uint16)
        for n, value in enumerate(values):
            found[np.asarray(self.among(value, chosen).to_array())] |= np.uint16(1 << n)
        return found

    def held(self, rows: Ints) -> Flags:
        """Which values some rows carry: a line a row, a column a value."""
        chosen, found = of(rows), np.zeros((len(rows), len(self.sets)), bool)
        for value in self.borne:
            found[:, value] = np.isin(rows, places(self.among(value, chosen)))
        return found


class Fewer(Carried):
    """What some of the rows carry: what they do in the whole, less what is lost to them.

    Nearly all of it, so that only what is lost is kept. losing: the values that lose any row.
    """

    def __init__(self, whole: Carried, every: BitMap, lost: list[BitMap]) -> None:
        super().__init__(whole.sets, whole.each)
        self.every, self.lost = every, within(lost, every)
        self.losing = frozenset(value for value, one in enumerate(self.lost) if one)
        self.closed(every)

    def alone(self) -> Carried:
        """The same with sets of its own, to be written: more room, and less to do for an answer."""
        made = Carried(Later(self.own), self.each)  # type: ignore[arg-type]
        made.others, made.borne = self.others, self.borne
        return made

    def own(self) -> list[BitMap]:
        return [small(self.carrying(value)) for value in range(len(self.sets))]

    def carrying(self, value: int) -> BitMap:
        return self.kept(value, self.sets[value] & self.every)

    def among(self, value: int, chosen: BitMap) -> BitMap:
        return self.kept(value, self.sets[value] & (chosen & self.every))

    def carry(self, values: Iterable[int], together: bool = False) -> BitMap:
        chosen = list(values)
        if together:
            lost = joined([self.lost[value] for value in chosen if value in self.losing])
            return (joined([self.sets[value] for value in chosen], together) & self.every) - lost
        return joined([self.kept(value, self.sets[value]) for value in chosen]) & self.every

    def kept(self, value: int, rows: BitMap) -> BitMap:
        return rows - self.lost[value] if value in self.losing else rows

    def counted(self, value: int, chosen: BitMap) -> int:
        """How many of the chosen rows, which are some of these, carry a value."""
        found = super().counted(value, chosen)
        if value not in self.losing:
            return found
        return found - self.lost[value].intersection_cardinality(chosen)

    def meets(self, value: int, chosen: list[BitMap]) -> list[bool]:
        """Whether any row of each set, which are some of these, carries a value."""
        if value not in self.losing:
            return super().meets(value, chosen)
        mine, lost = self.sets[value], self.lost[value]
        most = [(mine.intersection_cardinality(one), one) for one in chosen]
        return [n > 0 and n > lost.intersection_cardinality(one) for n, one in most]


def small(rows: BitMap) -> BitMap:
    """The same rows in as little memory as they take."""
    rows.run_optimize()
    rows.shrink_to_fit()
    return rows
