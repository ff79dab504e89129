"""A card: a sentence, the chart, its table and its foot, all from one answer."""

from functools import lru_cache
from types import ModuleType

from dashboard import discretion, session, wording
from dashboard.look import Look, unmarked
from dashboard.rows import Answer, as_rows
from dashboard.tabled import alternative, columns
from dashboard.unrecorded import nothing
from dashboard.widgets import exporting
from dashboard.widgets.component import Written, written

KEPT = 64  # cards kept in memory for all readers together


def card(chart: ModuleType, span: int = 6) -> Written:
    """The card of a chart, fed by the question that bears its name. span: columns of twelve.

    A chart is a module with draw, say, note, table, opens and foot: functions of (answer, look).
    """
    return drawn(session.view(), chart, span)


@lru_cache(maxsize=KEPT)
def drawn(view: session.View, chart: ModuleType, span: int) -> Written:
    """The card in a view, kept for whoever asks for it next."""
    name = chart.__name__.rpartition(".")[2]
    reading, alike = session.reading_in(view), said_of_all(view)
    look, answer = reading.look, reading.columns(name)
    shown, said, note = chart.table(answer, look), chart.say(answer, look), chart.note(answer, look)
    sentence = unmarked(said)
    foot = [*chart.foot(answer, look), *discretion.not_shown(reading)]
    described = {
        "kind": "card",
        "key": name,
        "span": span,
        "sentence": sentence,
        "said": said,
        "note": f"{note} · {alike['period']}",
        "scope": f"{note} · {alike['scope']}",
        "figure": None if empty(answer) else chart.draw(answer, look),
        "empty": nothing(reading) if empty(answer) else None,
        "alt": alternative(sentence, shown, look),
        "table": columns(shown, chart.opens(answer, look)),
        "foot": foot,
        "plain_foot": [unmarked(line) for line in foot],
        "source": alike["source"],
        "words": words(look),
        "offered": exporting.offered(look),
        "file_name": exporting.name(name, reading),
    }
    return written(described)


@lru_cache(maxsize=KEPT)
def said_of_all(view: session.View) -> dict[str, str]:
    """What every card of a view says."""
    reading = session.reading_in(view)
    return {
        "period": wording.period(reading),
        "scope": wording.scope(reading),
        "source": wording.source(reading),
    }


def empty(answer: Answer) -> bool:
    return not any(row.events for row in as_rows(answer))


def words(look: Look) -> dict[str, str]:
    _ = look.text
    return {"table": _("Table"), "chart": _("Chart"), "how": _("How counted")}
