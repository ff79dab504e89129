"""A chart's figures as the browser takes them: as a table, and in words for who cannot see it."""

from typing import Any

import pandas as pd

from dashboard.charts.opening import Opens
from dashboard.look import Look
from dashboard.rows import as_rows

SPOKEN = 60  # rows of a chart's alternative in words


def columns(shown: pd.DataFrame, opens: Opens | None = None) -> dict[str, Any]:
    """A table for the browser: headings, rows as text, which columns hold numbers, and the mark of
    each cell whose number opens rows.
    """
    marks = opens or {}
    return {
        "head": list(shown.columns),
        "numeric": [pd.api.types.is_numeric_dtype(shown[name]) for name in shown],
        "rows": [[str(value) for value in row] for row in as_rows(shown)],
        "marks": {n: marks[name] for n, name in enumerate(shown.columns) if name in marks},
    }


def alternative(sentence: str, shown: pd.DataFrame, look: Look) -> str:
    """The chart in words: its sentence, then each row by its name and its numbers, or by its
    first words where it has none.
    """
    numbers = {
        n: str(name)
        for n, name in enumerate(shown.columns)
        if n and pd.api.types.is_numeric_dtype(shown.dtypes.iloc[n])
    }
    told = numbers or {1: ""}
    rows = [
        look.text("{name}: {text}", name=row[0], text=spoken(row, told))
        for row in as_rows(shown.head(SPOKEN))
    ]
    return look.text("{sentence}. Figures: {rows}.", sentence=sentence, rows="; ".join(rows))


def spoken(row: Any, numbers: dict[int, str]) -> str:
    """The numbers of a row; each with its column's name where there are several that are not 0."""
    if len(numbers) == 1:
        return str(row[next(iter(numbers))])
    return ", ".join(f"{name} {row[n]}" for n, name in numbers.items() if row[n]) or "0"
