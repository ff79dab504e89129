"""A chart's figures as the browser takes them: as a table, and in words for who cannot see it."""

from typing import Any

import pandas as pd

from dashboard.charts.opening import Opens
from dashboard.look import Look

SPOKEN = 60  # rows of a chart's alternative in words


def columns(shown: pd.DataFrame, opens: Opens | None = None) -> dict[str, Any]:
    """A table for the browser: headings, rows as text, which columns hold numbers, and the mark of
    each cell whose number opens rows.
    """
    marks = opens or {}
    return {
        "head": list(shown.columns),
        "numeric": [pd.api.types.is_numeric_dtype(shown[name]) for name in shown],
        "rows": [[str(value) for value in row] for row in shown.itertuples(index=False)],
        "marks": {n: marks[name] for n, name in enumerate(shown.columns) if name in marks},
    }


def alternative(sentence: str, shown: pd.DataFrame, look: Look) -> str:
    """The chart in words: its sentence, then each row by its name and its numbers, or by its
    first words where it has none.
    """
    numbers = [name for name in shown.columns[1:] if pd.api.types.is_numeric_dtype(shown[name])]
    told = numbers or list(shown.columns[1:2])
    rows = [
        look.text("{name}: {text}", name=row[shown.columns[0]], text=spoken(row, told))
        for row in shown.head(SPOKEN).to_dict("records")
    ]
    return look.text("{sentence}. Figures: {rows}.", sentence=sentence, rows="; ".join(rows))


def spoken(row: Any, numbers: list[str]) -> str:
    """The numbers of a row; each with its column's name where there are several that are not 0."""
    if len(numbers) == 1:
        return str(row[numbers[0]])
    return ", ".join(f"{name} {row[name]}" for name in numbers if row[name]) or "0"
