"""A chart's figures as the browser takes them: as a table, and in words for who cannot see it."""

from typing import Any

from dashboard.charts import coverage
from dashboard.charts.opening import Opens
from dashboard.look import Look
from dashboard.rows import Answer, as_rows, numeric

SPOKEN = 60  # rows of a chart's alternative in words


def columns(shown: Answer, opens: Opens | None = None) -> dict[str, Any]:
    """A table for the browser: headings, rows as text, which columns hold numbers, and the mark of
    each cell whose number opens rows.
    """
    marks = opens or {}
    return {
        "head": list(shown),
        "numeric": numeric(shown),
        "rows": [[str(value) for value in row] for row in as_rows(shown)],
        "marks": {n: marks[name] for n, name in enumerate(shown) if name in marks},
    }


def alternative(sentence: str, shown: Answer, look: Look) -> str:
    """The chart in words: its sentence, then each row by its name and its numbers, or by its
    first words where it has none.
    """
    counted = enumerate(zip(shown, numeric(shown), strict=True))
    numbers = {n: str(name) for n, (name, number) in counted if n and number}
    record = [*shown, look.text("Record")].index(look.text("Record")) % len(list(shown))
    kinds = coverage.kinds(look)
    phrase = look.language.template("{name}: {text}")
    told = [
        phrase.format(name=row[0], text=spoken(row, numbers, row[record], kinds, look))
        for row in as_rows(shown)[:SPOKEN]
    ]
    return look.text("{sentence}. Figures: {rows}.", sentence=sentence, rows="; ".join(told))


def spoken(
    row: Any, numbers: dict[int, str], record: str, kinds: dict[str, str], look: Look
) -> str:
    """The numbers of a row, each with its column's name where there are several; and how far a
    quarter is recorded, unless that is in full. record: that, of a quarter; kinds: its words.
    """
    if not numbers:
        return str(row[1])
    held = {name: row[n] for n, name in numbers.items() if row[n]}
    if record == kinds["none"] and not held:
        return look.text("not recorded")
    if len(numbers) == 1:
        said = [look.number(row[n]) for n in numbers]
    else:
        said = [f"{name} {look.number(n)}" for name, n in held.items()] or [look.number(0)]
    if record not in kinds.values() or record == kinds["complete"]:
        return ", ".join(said)
    return ", ".join([*said, look.text("no recap") if record == kinds["none"] else record])
