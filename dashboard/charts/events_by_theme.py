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
    first, *others = core[core["events"] > 0].itertuples()
    share = look.share(first.events, total, f"theme={first.theme}")
    if not others:
        return _("First of the core themes: {theme}, {share}", theme=look.name(first), share=share)
    if others[0].events == first.events:
        together = figures(core[core["events"] > 0], look)
        return _("{events}; core themes: {figures}", events=look.events(total), figures=together)
    return _(
        "First of the core themes: {theme}, {share}, then {others}",
        theme=look.name(first),
        share=share,
        others=figures(core[core["events"] > 0].iloc[1:], look),
    )


def figures(answer: pd.DataFrame, look: Look) -> str:
    """Equality (2) and SMEs (1)."""
    return look.language.list(
        f"{look.name(row)} ({look.figure(row.events, f'theme={row.theme}')})"
        for row in answer.itertuples()
    )


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by theme")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    return pd.DataFrame(
        {look.text("Theme"): look.labels(answer), look.text("Events"): answer["events"]}
    )


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    """How far themes overlap, in words and figures."""
    row: Any = next(answer.itertuples())
    if row.with_theme == 0:
        return []
    most = answer.loc[answer["theme"] != "none"].sort_values(
        "events", ascending=False, kind="stable"
    )
    carried = look.plural("{n} event carries", "{n} events carry", int(row.with_theme))
    themes = look.plural("{n} theme", "{n} themes", int(row.pairs))
    several = look.plural("{n} carries two or more", "{n} carry two or more", int(row.with_several))
    return [
        *([] if most["core"].iloc[0] else [more_often(most, look)]),
        look.text(
            "{carried} {themes}; {several}.", carried=carried, themes=themes, several=several
        ),
        look.text("Bars overlap and add up to no total."),
    ]


def more_often(most: pd.DataFrame, look: Look) -> str:
    """Which themes are carried by more events than any core theme."""
    n = int(most["events"].max())
    leading = look.labels(most[most["events"] == n])
    themes, number = look.language.list(leading), look.number(n)
    if len(leading) > 1:
        return look.text("Most often of all themes: {themes}, {n} each.", themes=themes, n=number)
    return look.text("Most often of all themes: {themes}, {n}.", themes=themes, n=number)
