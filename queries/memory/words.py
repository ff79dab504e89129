"""The words that answers bear, in order and ready to be cut: what no filter changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from queries.memory.sets import Ints

QUARTER = [
    *("quarter", "year", "label_en", "label_fr", "months_en", "months_fr"),
    *("first_day", "last_day", "coverage", "note_en", "note_fr"),
]


@dataclass(frozen=True)
class Table:
    """A table of words, as pandas holds it and as plain lists."""

    rows: pd.DataFrame

    @cached_property
    def lists(self) -> dict[str, list[Any]]:
        """By column."""
        return {str(name): column.tolist() for name, column in self.rows.items()}


@dataclass(frozen=True)
class Words(Table):
    """rows: one a value of a vocabulary, in the order in which they stand where events are equal,
    and one for what carries none of it. place: of each in its vocabulary, 0 for none. last: whether
    it stands after the others; core: before them.
    """

    place: Ints
    last: Ints
    core: Ints

    @classmethod
    def of(cls, known: pd.DataFrame, dimension: str, after: tuple[str, ...]) -> "Words":
        """Of a table with the columns id, label_en, label_fr, core, position. after: ids."""
        kept = [dimension, "label_en", "label_fr", *(["core"] if dimension == "theme" else [])]
        rows = known.rename(columns={"id": dimension}).reset_index(drop=True)
        last, core = rows[dimension].isin(after), rows["core"].astype(bool)
        place = rows["position"].to_numpy(np.int64)
        return cls(rows[kept], place, last.to_numpy(bool), core.to_numpy(bool))

    @classmethod
    def named(cls, known: pd.DataFrame) -> "Words":
        """Of a table in the order of its ids, with the column position; none stands last."""
        last = known.iloc[:, 0].to_numpy() == "none"
        place = known["position"].to_numpy(np.int64)
        return cls(known.drop(columns="position"), place, last, np.zeros(len(known), bool))

    def ranked(self, events: Ints | None, kept: Ints | None = None) -> Ints:
        """The rows with most events first. events: None for the order of the vocabulary alone.

        kept: which rows; all by default.
        """
        counts = [] if events is None else [-events]
        found = np.lexsort((*counts, self.last, ~self.core))
        return found if kept is None else found[kept[found]]


@dataclass(frozen=True)
class Quarters(Table):
    """The quarters, or the years, of one calendar that have a name. first, last: days, as numpy
    counts them. position: in the calendar.
    """

    first: Ints
    last: Ints
    position: Ints

    @classmethod
    def of(cls, known: pd.DataFrame, calendar: str) -> "Quarters":
        """Of the question `known_quarter`."""
        names = {"quarter_id": "quarter", "year_id": "year"}
        rows = known[known["calendar"] == calendar].rename(columns=names).reset_index(drop=True)
        first, last = (days(rows[name]) for name in ("first_day", "last_day"))
        return cls(rows[QUARTER], first, last, rows["position"].to_numpy(np.int32))

    def touched(self, first: int, last: int) -> slice:
        """Which of them a period touches."""
        start = int(self.last.searchsorted(first, "left"))
        return slice(start, max(start, int(self.first.searchsorted(last, "right"))))

    def touching(self, first: int, last: int) -> "Quarters":
        """Those that a period touches."""
        part = self.touched(first, last)
        rows = self.rows.iloc[part].reset_index(drop=True)
        return Quarters(rows, self.first[part], self.last[part], self.position[part])

    def years(self) -> "Quarters":
        """The years that these quarters make up, each as long as they are."""
        _, begin = np.unique(self.rows["year"].to_numpy(object), return_index=True)
        starts = np.sort(begin)
        ends = np.append(starts, len(self.rows))[1:] - 1
        rows = self.rows[["year"]].take(starts).reset_index(drop=True)
        position = self.position[starts]
        named = with_columns(rows, {"position": position})
        return Quarters(named, self.first[starts], self.last[ends], position)


@dataclass(frozen=True)
class Counted:
    """An answer: words that no filter changes, and beside them what was counted.

    words: None for an answer without. order: which of their rows, in their order. numbers: by
    column, one a row or one for all. named: the columns of words; all, unless told.
    """

    words: Table | None
    order: Sequence[int]
    numbers: Mapping[str, Any]
    named: Sequence[str] = ()

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The answer with its columns as its SQL gives them."""
        if self.words is None:
            return pd.DataFrame(self.columns)
        rows = self.words.rows[list(self.named or self.words.rows)]
        return with_columns(rows.take(list(self.order)).reset_index(drop=True), self.numbers)

    @cached_property
    def columns(self) -> dict[str, Any]:
        """The same, made sooner than a frame: lists of words, and arrays of what was counted."""
        known = self.words.lists if self.words else {}
        words = {name: [known[name][n] for n in self.order] for name in self.named or known}
        size = len(self.order)
        return words | {name: spread(values, size) for name, values in self.numbers.items()}


def spread(values: Any, size: int) -> Any:
    """A value for each row: one for all is repeated."""
    return values if isinstance(values, np.ndarray) else np.full(size, values)


def days(column: "pd.Series[Any]") -> Ints:
    """Days as numpy counts them; the least number for none."""
    found: Ints = pd.to_datetime(column).to_numpy("datetime64[D]").astype(np.int64)
    return found


def with_columns(rows: pd.DataFrame, columns: Mapping[str, Any]) -> pd.DataFrame:
    """The rows with further columns, a value or one a row."""
    for name, values in columns.items():
        rows[name] = values
    return rows
