"""A chart's figures as the browser takes them: as a table, and in words for who cannot see it."""

from typing import Any

import pandas as pd

from dashboard.charts import coverage
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
    """The chart in words: its sentence, then each row by its name and its numbers."""
    numbers = [name for name in shown.columns[1:] if pd.api.types.is_numeric_dtype(shown[name])]
    records = shown.head(SPOKEN).to_dict("records")
    rows = [
        look.text("{name}: {text}", name=row[shown.columns[0]], text=spoken(row, numbers, look))
        for row in records
    ]
    return look.text("{sentence}. Figures: {rows}.", sentence=sentence, rows="; ".join(rows))


def spoken(row: Any, numbers: list[str], look: Look) -> str:
    """The numbers of a row, each with its column's name where there are several; and how far a
    quarter is recorded, unless that is in full.
    """
    held = {name: row[name] for name in numbers if row[name]}
    record, kinds = row.get(look.text("Record")), coverage.kinds(look)
    if record == kinds["none"] and not held:
        return look.text("not recorded")
    said = [f"{name} {look.number(n)}" for name, n in held.items()] or [look.number(0)]
    if len(numbers) == 1:
        said = [look.number(row[numbers[0]])]
    words = {kinds["complete"]: None, kinds["none"]: look.text("no recap")}.get(record, record)
    return ", ".join([*said, *([words] if words else [])])
