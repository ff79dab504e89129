"""Rows as bits, 64 to a word: a set of rows, and one such set for each value of a vocabulary."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[Any]
Flags = npt.NDArray[np.bool_]
Words = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]
WIDE = 4096  # words from which values are counted one by one, so that little memory is used


def packed(flags: Flags) -> Words:
    """A set of rows, from a flag for each."""
    padded = np.zeros(-len(flags) % 64 + len(flags), bool)
    padded[: len(flags)] = flags
    return np.packbits(padded, bitorder="little").view(np.uint64)


def unpacked(words: Words) -> Flags:
    """A flag for each row, and for those that only fill the last word."""
    return np.unpackbits(words.view(np.uint8), bitorder="little").view(bool)


def places(words: Words) -> Ints:
    """The rows of a set, in order."""
    return np.flatnonzero(unpacked(words))


def every(rows: int) -> Words:
    return packed(np.ones(rows, bool))


def size(words: Words) -> int:
    """How many rows a set has."""
    return int(np.bitwise_count(words).sum(dtype=np.int64))


def words_of(part: slice) -> slice:
    """The words that hold a run of rows."""
    return slice(part.start >> 6, (part.stop + 63) >> 6)


def cut(words: Words, part: slice) -> Words:
    """A set's rows within a run, in the words that hold the run."""
    found = words[words_of(part)].copy()
    if len(found):
        found[0] &= np.uint64(2**64 - (1 << (part.start & 63)))
        if part.stop & 63:
            found[-1] &= np.uint64((1 << (part.stop & 63)) - 1)
    return found


def before(words: Words, rows: Ints) -> Numbers:
    """How many rows of a set stand before each of some rows, in one pass for all of them."""
    counts = np.bitwise_count(words)
    total = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
    low = (np.uint64(1) << (rows & 63).astype(np.uint64)) - np.uint64(1)
    edge = np.append(words, np.uint64(0))[rows >> 6] & low
    found: Numbers = total[rows >> 6] + np.bitwise_count(edge)
    return found


class Bitmaps:
    """sets: for each value of a vocabulary, from 1, the rows that carry it; at 0, those that carry
    none. several: the rows that carry two or more.
    """

    def __init__(self, rows: int, values: int) -> None:
        self.rows = rows
        self.sets = np.zeros((values + 1, (rows + 63) >> 6), np.uint64)
        self.several = self.sets[0].copy()

    def add(self, rows: Ints, values: Ints) -> None:
        """Let each row carry the value beside it."""
        if not len(rows):
            return
        order = np.argsort(values, kind="stable")
        known, starts = np.unique(values[order], return_index=True)
        for value, mine in zip(known, np.split(rows[order], starts[1:]), strict=True):
            flags = np.zeros(self.rows, bool)
            flags[mine] = True
            self.sets[value] |= packed(flags)

    def close(self) -> None:
        """Note what carries none or several, once all is added."""
        carried = np.zeros_like(self.several)
        for one in self.sets[1:]:
            self.several |= carried & one
            carried |= one
        self.sets[0] = every(self.rows) & ~carried

    def carry(self, values: Iterable[int], together: bool = False) -> Words:
        """The rows that carry one of the values or, together, all of them."""
        chosen = self.sets[list(values)]
        found: Words = (np.bitwise_and if together else np.bitwise_or).reduce(chosen)
        return found

    def equal(self, values: list[int]) -> Words:
        """The rows that carry all of the values and no other."""
        others = [n for n in range(1, len(self.sets)) if n not in values]
        return self.carry(values or [0], together=True) & ~self.carry(others)

    def tally(self, chosen: Words, part: slice) -> Numbers:
        """How many of the chosen rows carry each value. chosen: cut to a part."""
        sets = self.sets[:, words_of(part)]
        if sets.shape[1] < WIDE:
            counts: Numbers = np.bitwise_count(sets & chosen).sum(axis=1, dtype=np.int64)
            return counts
        return np.array([size(one & chosen) for one in sets], np.int64)

    def held(self, rows: Ints) -> Flags:
        """Which values some rows carry: a line a row, a column a value."""
        bits = self.sets[:, rows >> 6] >> (rows & 63).astype(np.uint64)
        return (bits & np.uint64(1)).astype(bool).T
