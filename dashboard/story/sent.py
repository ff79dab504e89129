"""A screen as the browser takes it, in plain values that can be kept and shown again for ever."""

from typing import Any

from dashboard.charts.opening import Opens
from dashboard.look import unmarked
from dashboard.story.screen import Screen
from dashboard.tabled import alternative, columns


def described(screen: Screen) -> dict[str, Any]:
    """One screen as the browser shows it."""
    look, sentence = screen.reading.look, unmarked(screen.sentence)
    return {
        "name": screen.name,
        "heading": screen.heading,
        "said": screen.sentence,
        "sentence": sentence,
        "note": screen.note,
        "foot": screen.foot,
        "banner": screen.banner,
        "kind": kind(screen),
        "figure": screen.chart.draw(screen.answer, look) if screen.chart else None,
        "alt": alternative(sentence, screen.table, look),
        "table": columns(screen.table, opens(screen)),
        "beyond": screen.beyond,
        "all": "measure=events" if screen.question == "events" else "",
        "notes": [list(pair) for pair in (*screen.cues, *screen.notes)],
        "selection": screen.reading.chosen.link(),
    }


def kind(screen: Screen) -> str:
    if screen.chart:
        return "chart"
    return "figures" if screen.marks else "table"


def opens(screen: Screen) -> Opens:
    """The rows that the numbers of a table open."""
    if screen.chart:
        found: Opens = screen.chart.opens(screen.answer, screen.reading.look)
        return found
    return {str(screen.table.columns[-1]): list(screen.marks)} if screen.marks else {}
