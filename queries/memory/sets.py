"""Rows as compressed sets."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from pyroaring import BitMap

Ints = npt.NDArray[Any]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
SOME = 1 << 19  # rows reckoned with at a time
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


def parts(rows: BitMap) -> Iterable[Ints]:
    """The same, not many at a time: what is made of them takes memory."""
    for start in range(0, rows.max() + 1 if rows else 0, SOME):
        yield numbers(rows & run(slice(start, start + SOME)))


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
    """Arrays that are made when they are written (stored.py), so that nobody needs to hold them all
    at once.
    """

    def __init__(self, make: Callable[[], Iterable[Any]]) -> None:
        self.make = make


def small(rows: BitMap) -> BitMap:
    """The same rows in as little memory as they take."""
    rows.run_optimize()
    rows.shrink_to_fit()
    return rows
