"""A card: a sentence, the chart, its table and its foot, all from one answer."""

from types import ModuleType
from typing import Any

import pandas as pd

from dashboard import session, wording
from dashboard.charts.opening import Opens
from dashboard.exports.alternative import alternative
from dashboard.look import Look, unmarked
from dashboard.widgets import exporting
from dashboard.widgets.figures import no_recap, nothing_recorded

Card = dict[str, Any]


def card(chart: ModuleType, span: int = 6) -> Card:
    """The card of a chart, fed by the question that bears its name. span: columns of twelve.

    A chart is a module with draw, say, note, table and foot, each a function of (answer, look).
    """
    name = chart.__name__.rpartition(".")[2]
    look, answer = session.look(), session.ask(name)
    shown = chart.table(answer, look)
    return {
        "kind": "card",
        "key": name,
        "span": span,
        "sentence": unmarked(chart.say(answer, look)),
        "said": chart.say(answer, look),
        "note": f"{chart.note(answer, look)} · {wording.period(session.reading())}",
        "scope": f"{chart.note(answer, look)} · {wording.scope(session.reading())}",
        "figure": None if empty(answer) else chart.draw(answer, look),
        "empty": nothing(look) if empty(answer) else None,
        "alt": alternative(unmarked(chart.say(answer, look)), shown, look),
        "table": columns(shown, chart.opens(answer, look)),
        "foot": chart.foot(answer, look),
        "plain_foot": [unmarked(line) for line in chart.foot(answer, look)],
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


def words(look: Look) -> dict[str, str]:
    _ = look.text
    return {"table": _("Table"), "chart": _("Chart"), "how": _("How counted")}
