"""A chart in words, for readers who do not see it."""

from typing import Any

import pandas as pd

from dashboard.look import Look

SPOKEN = 60  # rows of a chart's alternative in words


def alternative(sentence: str, shown: pd.DataFrame, look: Look) -> str:
    """The chart in words: its sentence, then each row by its name and its numbers."""
    numbers = [name for name in shown.columns[1:] if pd.api.types.is_numeric_dtype(shown[name])]
    records = shown.head(SPOKEN).to_dict("records")
    rows = [f"{row[shown.columns[0]]}: {spoken(row, numbers)}" for row in records]
    return look.text("{sentence}. Figures: {rows}.", sentence=sentence, rows="; ".join(rows))


def spoken(row: Any, numbers: list[str]) -> str:
    """The numbers of a row; each with its column's name where there are several."""
    if len(numbers) == 1:
        return str(row[numbers[0]])
    return ", ".join(f"{name} {row[name]}" for name in numbers if row[name])
