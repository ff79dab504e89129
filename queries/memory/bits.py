"""What many rows carry of one vocabulary, a bit for each of its values, eight to a byte."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
IN_BYTE = ((np.arange(256)[:, None] >> np.arange(8)) & 1).astype(np.int64)


class Bits:
    """columns: one array of bytes for every eight values; value v, from 1, is a bit of one."""

    def __init__(self, rows: int, values: int) -> None:
        self.rows, self.values = rows, values
        self.columns: list[Bytes] = [np.zeros(rows, np.uint8) for _ in range((values + 8) // 8)]

    def add(self, rows: npt.NDArray[Any], values: npt.NDArray[Any]) -> None:
        """Let each row carry the value beside it."""
        places = values >> 3
        for place in np.unique(places):
            mine = places == place
            bits = np.left_shift(1, values[mine] & 7).astype(np.uint8)
            np.bitwise_or.at(self.columns[place], rows[mine], bits)

    def carry(self, values: Iterable[int], wanted: int) -> Flags:
        """Which rows carry at least one of the values or, if more are wanted, all of them."""
        found = np.full(self.rows, wanted > 1)
        for place, mask in masks(values).items():
            held = self.columns[place] & mask
            if wanted > 1:
                found &= held == mask
            else:
                found |= held != 0
        return found

    def tally(self, part: slice, chosen: Flags | None) -> Numbers:
        """How many of the chosen rows of a part carry each value, by its place from 0."""
        counts = [
            np.bincount(picked(column[part], chosen), minlength=256) @ IN_BYTE
            for column in self.columns
        ]
        return np.concatenate(counts)

    def met(self, part: slice, chosen: Flags | None) -> npt.NDArray[Any]:
        """The values that any of the chosen rows of a part carries."""
        found = [
            np.bitwise_or.reduce(picked(column[part], chosen), initial=0) for column in self.columns
        ]
        return np.flatnonzero(IN_BYTE[np.array(found)])

    def sizes(self) -> npt.NDArray[np.uint16]:
        """How many values each row carries."""
        found = np.zeros(self.rows, np.uint16)
        for column in self.columns:
            found += np.bitwise_count(column)
        return found


def masks(values: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for value in values:
        found[value >> 3] = found.get(value >> 3, 0) | 1 << (value & 7)
    return found


def picked(column: npt.NDArray[Any], chosen: Flags | None) -> npt.NDArray[Any]:
    """The chosen rows of a column; all of them where nothing is filtered."""
    return column if chosen is None else column[chosen]
