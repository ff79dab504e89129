"""Events by theme: ranked bars, the core themes first and in their colours."""

from typing import Any

import pandas as pd

from dashboard.charts.style import Figure, named_bars
from dashboard.look import Look


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """One bar a theme, and one for the events without any. answer: events_by_theme."""
    return named_bars(
        answer, look, "theme", [look.theme_colour(theme) for theme in answer["theme"]]
    )


def say(answer: pd.DataFrame, look: Look) -> str:
    """Which core theme leads, and by what figures."""
    _, total = look.text, int(answer["of_events"].iloc[0])
    core = answer[answer["core"].astype(bool)].sort_values("events", ascending=False, kind="stable")
    if total == 0:
        return _("No event to sort by theme")
    if core.empty or core["events"].max() == 0:
        return look.plural(
            "The one event carries no core theme",
            "None of the {n} events carries a core theme",
            total,
        )
    first, *others = core.itertuples()
    if others and others[0].events == first.events:
        return _(
            "{events}; core themes: {figures}",
            events=look.events(total),
            figures=figures(core, look),
        )
    if not others:
        return _("{theme}: {share}", theme=look.name(first), share=look.share(first.events, total))
    return _(
        "{theme} leads the core themes: {share}, ahead of {others}",
        theme=look.name(first),
        share=look.share(first.events, total),
        others=figures(core.iloc[1:], look),
    )


def figures(answer: pd.DataFrame, look: Look) -> str:
    """Equality (2) and SMEs (1)."""
    return look.language.list(
        f"{look.name(row)} ({look.number(row.events)})" for row in answer.itertuples()
    )


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by the themes they carry")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    return pd.DataFrame(
        {look.text("Theme"): look.labels(answer), look.text("Events"): answer["events"]}
    )


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    """How far themes overlap, in words and figures."""
    row: Any = next(answer.itertuples())
    if row.with_theme == 0:
        return []
    carried = look.plural("{n} event carries", "{n} events carry", int(row.with_theme))
    themes = look.plural("{n} theme", "{n} themes", int(row.pairs))
    several = look.plural("{n} carries two or more", "{n} carry two or more", int(row.with_several))
    return [
        look.text(
            "{carried} {themes}; {several}.", carried=carried, themes=themes, several=several
        ),
        look.text("Bars overlap and add up to no total."),
    ]
