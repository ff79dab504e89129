"""Events by theme: ranked bars, the core themes first and in their colours."""

from collections.abc import Iterable
from typing import Any

from dashboard.charts import opening
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, named_bars
from dashboard.look import Look
from dashboard.rows import Answer, Columns, as_rows


def draw(answer: Answer, look: Look) -> Figure:
    """One bar a theme, and one for the events without any. answer: events_by_theme."""
    rows = as_rows(answer)
    return named_bars(rows, look, "theme", [look.theme_colour(row.theme) for row in rows])


def say(answer: Answer, look: Look) -> str:
    """Which core theme leads, and by what figures."""
    _, rows = look.text, as_rows(answer)
    total = rows[0].of_events
    core = ranked(row for row in rows if row.core and row.events)
    if total == 0:
        return _("No event to sort by theme")
    if not core:
        return look.plural(
            "The one event carries no core theme",
            "None of the {n} events carries a core theme",
            total,
            "measure=events",
        )
    return of_core(core, total, look)


def ranked(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: -row.events)


def of_core(core: list[Any], total: int, look: Look) -> str:
    """Core themes that events carry, the one with most events first."""
    first, *others = core
    _, name, mark = look.text, look.name(first), f"theme={first.theme}"
    if others and others[0].events == first.events:
        events = look.events(total, "measure=events")
        together = look.counted(core, "theme")
        return _("{events}; core themes: {figures}", events=events, figures=together)
    share = look.share(first.events, total, mark)
    if others:
        return _(
            "First of the core themes: {theme}, {share}, then {others}",
            theme=name,
            share=share,
            others=look.counted(others, "theme"),
        )
    if first.events == total:
        return look.plural(
            "{n} event carries the core theme {theme}",
            "All {n} events carry the core theme {theme}",
            total,
            mark,
            theme=name,
        )
    return _("First of the core themes: {theme}, {share}", theme=name, share=share)


def note(answer: Answer, look: Look) -> str:
    return look.text("Events by theme")


def table(answer: Answer, look: Look) -> Columns:
    return {look.text("Theme"): look.labels(answer), look.text("Events"): answer["events"]}


def opens(answer: Answer, look: Look) -> Opens:
    return opening.events(answer, "theme", look)


def foot(answer: Answer, look: Look) -> list[str]:
    """How far themes overlap, in words and figures."""
    rows = as_rows(answer)
    row = rows[0]
    if row.with_theme == 0:
        return []
    most = ranked(other for other in rows if other.theme != "none")
    carried = look.plural("{n} event carries", "{n} events carry", int(row.with_theme), "theme=any")
    themes = look.plural("{n} theme", "{n} themes", int(row.pairs), "rows=theme_pairs")
    alone = look.text("{carried} {themes}.", carried=carried, themes=themes)
    return [
        *([] if most[0].core else more_often(most, look)),
        alone if row.with_theme == 1 else several(row, carried, themes, look),
        look.text("Bars overlap and add up to no total."),
    ]


def several(row: Any, carried: str, themes: str, look: Look) -> str:
    """How many events carry more than one theme."""
    n = int(row.with_several)
    some = look.plural("{n} carries two or more", "{n} carry two or more", n, "theme=several")
    counted = some if n else look.text("none carries two or more")
    return look.text(
        "{carried} {themes}; {several}.", carried=carried, themes=themes, several=counted
    )


def more_often(most: list[Any], look: Look) -> list[str]:
    """Which themes are carried by more events than any core theme, if the title tells it not."""
    leading = [row for row in most if row.events == most[0].events]
    if {f"theme={row.theme}" for row in leading} <= look.told:
        return []
    told = look.counted(leading, "theme")
    return [look.text("Most often of all themes: {themes}.", themes=told)]
