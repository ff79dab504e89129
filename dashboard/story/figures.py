"""The figures of a screen, taken from answers, each with the mark of the rows behind it."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.charts.events_by_partner import called
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import as_rows
from dashboard.story.plan import Figure, Planned
from dashboard.story.template import Value

BRIEF = 13  # letters of a name that stays on one line, such as a quarter's
COLUMN = re.compile(r"\{([a-z_]+)\}")


def taken(planned: Planned, reading: Reading) -> dict[str, Value]:
    """Each declared figure with its number."""
    return {figure.name: value(figure, reading) for figure in planned.figures}


def value(figure: Figure, reading: Reading) -> Value:
    if figure.top:
        return listed(leading(figure, reading), figure, reading.look)
    rows = chosen(reading.ask(figure.question), figure.where)
    if not figure.column:
        return Value(len(rows), marked(figure.mark, None))
    if rows.empty:
        return Value(0, marked(figure.mark, None))
    return Value(int(rows[figure.column].iloc[0]), marked(figure.mark, rows.iloc[0]))


def opened(figure: Figure, reading: Reading) -> list[tuple[str, int]]:
    """Each mark that a figure opens, with its number: one, or one for each row of a list."""
    if not figure.top:
        found = value(figure, reading)
        return [(found.mark, found.n)] if found.mark else []
    rows = leading(figure, reading).iterrows()
    return [(marked(figure.mark, row), int(row[figure.column])) for _, row in rows]


def chosen(answer: pd.DataFrame, where: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """The rows that hold one of the ids in each column; an id after "not " leaves its rows out."""
    for column, ids in where.items():
        out = {one.removeprefix("not ") for one in ids if one.startswith("not ")}
        held = answer[column].astype(str)
        answer = answer[~held.isin(out) if out else held.isin(ids)]
    return answer


def leading(figure: Figure, reading: Reading) -> pd.DataFrame:
    """The rows with the largest numbers; of rows that tie across the end of the list, none.

    What `where` leaves out is drawn all the same: no row leads that has no more than it.
    """
    answer, column = reading.ask(figure.question), figure.column
    rows = chosen(answer, figure.where)
    ranked = rows[rows[column] > 0].sort_values(column, ascending=False, kind="stable")
    rivals = [*ranked[column].iloc[figure.top :], *answer.drop(rows.index)[column]]
    return ranked[ranked[column] > max(rivals, default=0)]


def listed(rows: pd.DataFrame, figure: Figure, look: Look) -> Value:
    """ "Governance (13) and Equality (2)"; its number is how many rows it lists."""
    both = zip(as_rows(rows), (row for _, row in rows.iterrows()), strict=True)
    parts = [f"{label(row, look)}\u00a0({number(cells, figure, look)})" for row, cells in both]
    return Value(len(parts), text=look.language.list(parts))


def number(row: "pd.Series[Any]", figure: Figure, look: Look) -> str:
    return look.figure(int(row[figure.column]), marked(figure.mark, row))


def label(row: Any, look: Look) -> str:
    name = called(row, look) if hasattr(row, "acronym_en") else look.name(row)
    return name.replace(" ", "\u00a0") if len(name) < BRIEF else name


def marked(mark: str, row: "pd.Series[Any] | None") -> str:
    """The mark with its row's ids in place; none where there is no such row."""
    if row is None:
        return "" if COLUMN.search(mark) else mark
    return COLUMN.sub(lambda found: str(row[found[1]]), mark)
