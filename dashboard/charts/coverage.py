"""How a chart over quarters shows how far each of them is recorded."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from dashboard.look import Look
from dashboard.rows import Answer, as_rows


def pattern(row: Any) -> str:
    if row.running or row.cut:
        return "."
    return "/" if row.coverage == "partial" else ""


def hollow(row: Any) -> bool:
    return row.coverage == "none" and not pattern(row)


def drawn(answer: Answer) -> set[str]:
    """Which of `dotted`, `hatched` and `hollow` bars and of `band` a chart of these quarters shows.

    answer: one row a quarter, with events, coverage, running and cut.
    """
    kinds = {".": "dotted", "/": "hatched"}
    rows = as_rows(answer)
    bars = [row for row in rows if row.events]
    shown = {kinds.get(pattern(row), "hollow" if hollow(row) else "solid") for row in bars}
    return shown | {"band" for row in rows if row.coverage == "none"}


def band(place: int, look: Look) -> dict[str, Any]:
    return {
        "type": "rect",
        "layer": "below",
        "yref": "paper",
        "x0": place - 0.5,
        "x1": place + 0.5,
        "y0": 0,
        "y1": 1,
        "fillcolor": look.palette.band,
        "line": {"width": 0},
    }


def no_recap(kinds: Iterable[str], look: Look) -> list[dict[str, Any]]:
    """The words over each run of three or more quarters without a recap. kinds: the coverages."""
    places = groupby(enumerate(kinds), key=lambda place: place[1])
    runs = [[n for n, _ in run] for coverage, run in places if coverage == "none"]
    return [words_over(run[0], run[-1], look) for run in runs if len(run) >= 3]


def words_over(first: int, last: int, look: Look) -> dict[str, Any]:
    return {
        "text": look.text("no recap"),
        "x": (first + last) / 2,
        "y": 1,
        "yref": "paper",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 12, "color": look.palette.quiet},
    }


def covered(rows: Iterable[Any], look: Look) -> list[str]:
    """How complete the record of each quarter is, in words."""
    running, known = look.text("Still running"), kinds(look)
    return [running if row.running else known[row.coverage] for row in rows]


def kinds(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "complete": _("Record complete"),
        "partial": _("Record partial"),
        "none": _("Not recorded: no recap was found"),
    }


def not_recorded(rows: Sequence[Any], hollow_ones: bool, look: Look) -> str:
    bands = look.plural(
        "Grey band: {n} quarter without a recap.",
        "Grey bands: {n} quarters without a recap.",
        sum(row.coverage == "none" for row in rows),
        "rows=quarters;coverage=none",
    )
    low = look.text("A low bar there means “not recorded”; hollow ones are known from other pages.")
    none = look.text("No bar there means “not recorded”.")
    return f"{bands} {low if hollow_ones else none}"


def recorded_in_part(rows: Sequence[Any], look: Look) -> str:
    n = sum(row.coverage == "partial" and not (row.running or row.cut) for row in rows)
    return look.plural(
        "Hatched: {n} quarter recorded in part.",
        "Hatched: {n} quarters recorded in part.",
        n,
        "rows=quarters;coverage=hatched",
    )
