"""A card: a sentence, the chart, its table and its foot, all from one answer."""

from functools import lru_cache
from types import ModuleType
from typing import Any

import pandas as pd

from dashboard import discretion, session, wording
from dashboard.charts.opening import Opens
from dashboard.look import Look, unmarked
from dashboard.widgets import exporting
from dashboard.widgets.figures import no_recap, nothing_recorded

Card = dict[str, Any]

KEPT = 64  # cards kept in memory for all readers together
SPOKEN = 60  # rows of a chart's alternative in words


def card(chart: ModuleType, span: int = 6) -> Card:
    """The card of a chart, fed by the question that bears its name. span: columns of twelve.

    A chart is a module with draw, say, note, table and foot, each a function of (answer, look).
    """
    return drawn(session.view(), chart, span)


@lru_cache(maxsize=KEPT)
def drawn(view: session.View, chart: ModuleType, span: int) -> Card:
    """The card in a view, kept for whoever asks for it next; not to be changed."""
    name = chart.__name__.rpartition(".")[2]
    look, answer = session.look(), session.ask(name)
    shown, said, note = chart.table(answer, look), chart.say(answer, look), chart.note(answer, look)
    sentence = unmarked(said)
    foot = [*chart.foot(answer, look), *discretion.not_shown(session.reading())]
    return {
        "kind": "card",
        "key": name,
        "span": span,
        "sentence": sentence,
        "said": said,
        "note": f"{note} · {wording.period(session.reading())}",
        "scope": f"{note} · {wording.scope(session.reading())}",
        "figure": None if empty(answer) else chart.draw(answer, look),
        "empty": nothing(look) if empty(answer) else None,
        "alt": alternative(sentence, shown, look),
        "table": columns(shown, chart.opens(answer, look)),
        "foot": foot,
        "plain_foot": [unmarked(line) for line in foot],
        "source": wording.source(session.reading()),
        "words": words(look),
        "offered": exporting.offered(look),
        "file_name": exporting.name(name),
    }


def empty(answer: pd.DataFrame) -> bool:
    return answer.empty or not answer["events"].any()


def nothing(look: Look) -> str:
    """Why there is no chart, and what to do."""
    chosen, (first, last) = session.selected(), session.whole()
    if chosen.last_day < first or chosen.first_day > last:
        return look.text(
            "The record runs from {first} to {last}; the period lies outside it.",
            first=look.language.day(first),
            last=look.language.day(last),
        )
    quarters = no_recap()
    if quarters:
        return nothing_recorded(quarters, look)
    return look.text("No event matches. Widen the period or remove a filter.")


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
    rows = [f"{row[shown.columns[0]]}: {spoken(row, numbers)}" for row in records]
    return look.text("{sentence}. Figures: {rows}.", sentence=sentence, rows="; ".join(rows))


def spoken(row: Any, numbers: list[str]) -> str:
    """The numbers of a row; each with its column's name where there are several."""
    if len(numbers) == 1:
        return str(row[numbers[0]])
    return ", ".join(f"{name} {row[name]}" for name in numbers if row[name])


def words(look: Look) -> dict[str, str]:
    _ = look.text
    return {"table": _("Table"), "chart": _("Chart"), "how": _("How counted")}
