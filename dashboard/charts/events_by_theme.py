"""Events by theme: ranked bars, the core themes first and in their colours."""

from typing import Any

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, named_bars
from dashboard.look import Look
from dashboard.rows import as_rows, first_row


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
            "measure=events",
        )
    first, *others = as_rows(core[core["events"] > 0])
    share = look.share(first.events, total, f"theme={first.theme}")
    if not others:
        return _("First of the core themes: {theme}, {share}", theme=look.name(first), share=share)
    if others[0].events == first.events:
        together = look.counted(core[core["events"] > 0], "theme")
        events = look.events(total, "measure=events")
        return _("{events}; core themes: {figures}", events=events, figures=together)
    return _(
        "First of the core themes: {theme}, {share}, then {others}",
        theme=look.name(first),
        share=share,
        others=look.counted(core[core["events"] > 0].iloc[1:], "theme"),
    )


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by theme")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    return pd.DataFrame(
        {look.text("Theme"): look.labels(answer), look.text("Events"): answer["events"]}
    )


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    return opening.events(answer, "theme", look)


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    """How far themes overlap, in words and figures."""
    row: Any = first_row(answer)
    if row.with_theme == 0:
        return []
    most = answer.loc[answer["theme"] != "none"].sort_values(
        "events", ascending=False, kind="stable"
    )
    carried = look.plural("{n} event carries", "{n} events carry", int(row.with_theme), "theme=any")
    themes = look.plural("{n} theme", "{n} themes", int(row.pairs), "rows=theme_pairs")
    several = look.plural(
        "{n} carries two or more", "{n} carry two or more", int(row.with_several), "theme=several"
    )
    return [
        *([] if most["core"].iloc[0] else [more_often(most, look)]),
        look.text(
            "{carried} {themes}; {several}.", carried=carried, themes=themes, several=several
        ),
        look.text("Bars overlap and add up to no total."),
    ]


def more_often(most: pd.DataFrame, look: Look) -> str:
    """Which themes are carried by more events than any core theme."""
    leading = most[most["events"] == most["events"].max()]
    return look.text("Most often of all themes: {themes}.", themes=look.counted(leading, "theme"))
