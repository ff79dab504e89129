"""Which rows the numbers of a chart's table open: for each column, the mark of each cell."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.style import distinct
from dashboard.look import Look
from dashboard.rows import Answer

Opens = dict[str, list[str]]


def each(answer: Answer, dimension: str) -> list[str]:
    """A mark a row, of the id in the answer's column of that name."""
    return [f"{dimension}={value}" for value in answer[dimension]]


def events(answer: Answer, dimension: str, look: Look) -> Opens:
    """What a table of one dimension opens in its column Events."""
    return {look.text("Events"): each(answer, dimension)}


@dataclass(frozen=True)
class Axis:
    """One side of a table of two dimensions: the answer's column of ids, and the name of each."""

    column: str
    names: Sequence[str]

    def named(self, answer: pd.DataFrame, ids: Sequence[object]) -> list[str]:
        known = dict(zip(answer[self.column], self.names, strict=True))
        return [str(known[value]) for value in ids]


def crossed(
    answer: pd.DataFrame, down: Axis, across: Axis, values: Sequence[object], empty: object
) -> pd.DataFrame:
    """Values in the shape of a table of two dimensions, in the order in which ids come up."""
    given = answer[[down.column, across.column]].assign(value=list(values))
    wide = given.pivot_table(
        index=down.column, columns=across.column, values="value", sort=False, aggfunc="first"
    )
    filled = wide.astype(object).where(wide.notna(), empty)
    filled.index = pd.Index(down.named(answer, list(wide.index)))
    filled.columns = pd.Index(distinct(across.named(answer, list(wide.columns))))
    return filled


def cells(wide: pd.DataFrame) -> Opens:
    """The columns of a crossed table of marks."""
    return {str(name): [str(mark) for mark in wide[name]] for name in wide.columns}
