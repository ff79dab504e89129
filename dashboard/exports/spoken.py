"""Plots in words, for those who cannot see them."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dashboard import wording
from dashboard.charts.events_by_quarter import short
from dashboard.exports.drawn import Bar, Panel
from dashboard.look import Look
from dashboard.rows import as_rows
from dashboard.story.screen import Screen
from dashboard.years import year_label

# A quarter's year and its own name, by its id.
Quarters = Mapping[str, tuple[str, str]]


def quarters(screen: Screen) -> dict[str, tuple[str, str]]:
    """Each quarter's year and its own name, by its id."""
    look, known = screen.reading.look, wording.quarters(screen.reading)
    return {
        str(row.quarter): (year_label(str(row.year), look), short(look.name(row)))
        for row in as_rows(known)
    }


def named(bar: Bar, quarters: Quarters) -> tuple[str, str]:
    """Year and quarter of a column."""
    marks = dict(part.partition("=")[::2] for part in bar.mark.split(";"))
    return quarters.get(marks.get("quarter", ""), ("", bar.name))


def small_plots(sentence: str, panels: Sequence[Panel], quarters: Quarters, look: Look) -> str:
    """Several small plots in words."""
    return ". ".join([sentence, *(small_plot(panel, quarters, look) for panel in panels)])


def small_plot(panel: Panel, quarters: Quarters, look: Look) -> str:
    """Its title, each column that is not nought, and which quarters nobody recorded."""
    found = []
    for kind, run in groupby(range(len(panel.bars)), lambda n: told(panel, n)):
        bars = [panel.bars[n] for n in run]
        if kind == "not recorded":
            ends = [bars[0], bars[-1]] if len(bars) > 1 else [bars[0]]
            names = " – ".join(called(bar, quarters) for bar in ends)
            found.append(look.text("{name}: {text}", name=names, text=look.text("not recorded")))
        if kind == "number":
            found += [valued(bar, quarters, look) for bar in bars]
    return ". ".join([panel.title, "; ".join(found) or look.number(0)])


def told(panel: Panel, n: int) -> str:
    """How a column is told: by its number, as not recorded, or not at all."""
    if panel.bars[n].value:
        return "number"
    unrecorded = any(first <= n <= last for first, last in panel.bands)
    return "not recorded" if unrecorded else ""


def called(bar: Bar, quarters: Quarters) -> str:
    return " ".join(reversed(named(bar, quarters))).strip()


def valued(bar: Bar, quarters: Quarters, look: Look) -> str:
    return look.text("{name}: {text}", name=called(bar, quarters), text=look.number(bar.value))
