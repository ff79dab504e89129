"""Which rows carry what: a set of rows for each value of a vocabulary."""

from collections.abc import Iterable, Sequence
from typing import Self

import numpy as np
import pandas as pd
from pyroaring import BitMap

from queries.memory import sets
from queries.memory.sets import Flags, Ints, Numbers, joined, of, parts, places, small

BITS = 16  # values put into one number at a time
MOST = 0.5  # of all events: more are counted by set sooner than one by one


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
        found = np.zeros(len(self.sets), np.int64)
        if self.each is not None and len(chosen) < MOST * len(self.each):
            for some in parts(chosen):
                found += np.bincount(self.each[some], minlength=len(found))
            return found
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
        if len(self.borne) <= BITS:
            return self.alike_in_few(chosen)
        rows, same = places(chosen), np.zeros(len(chosen), np.int64)
        for start in range(0, len(self.borne), BITS):
            bits = self.bits(self.borne[start : start + BITS], chosen)[rows]
            same = pd.factorize(same << BITS | bits if start else bits)[0]
        counts = np.bincount(same)
        one = np.zeros(len(counts), np.int64)
        one[same] = rows
        return one, counts

    def alike_in_few(self, chosen: BitMap) -> tuple[Numbers, Numbers]:
        """The same where all values go into one number."""
        one, counts = (np.zeros(1 << len(self.borne), np.int64) for _ in range(2))
        bits = self.bits(self.borne, chosen)
        for rows in parts(chosen):
            one[bits[rows]] = rows
            counts += np.bincount(bits[rows], minlength=len(counts))
        return one[counts > 0], counts[counts > 0]

    def bits(self, values: list[int], chosen: BitMap) -> Ints:
        """Which of a few values each chosen row carries, a bit a value; other rows carry none."""
        found = np.zeros(chosen.max() + 1 if chosen else 0, np.uint16)
        for n, value in enumerate(values):
            for rows in parts(self.among(value, chosen)):
                found[rows] |= np.uint16(1 << n)
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
        self.every, self.lost = every, sets.within(lost, every)
        self.losing = frozenset(value for value, one in enumerate(self.lost) if one)
        self.closed(every)

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
