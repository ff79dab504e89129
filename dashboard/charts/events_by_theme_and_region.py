"""Events by theme and region: squares with printed numbers."""

from typing import Any

import pandas as pd

from dashboard.charts.squares import squares
from dashboard.charts.style import Figure
from dashboard.look import Look


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """One square for each theme and region that go together. answer: events_by_theme_and_region."""
    themes, regions = look.labels(answer), look.labels(answer, "region")
    order = answer.assign(name=regions).sort_values("region_position")["name"]
    return squares(
        answer,
        look,
        list(dict.fromkeys(themes)),
        list(dict.fromkeys(order)),
        [f"theme={row.theme};region={row.region}" for row in answer.itertuples()],
        list(zip(themes, regions, strict=True)),
    )


def say(answer: pd.DataFrame, look: Look) -> str:
    """Which theme and region go together most often."""
    _ = look.text
    named = answer[(answer["theme"] != "none") & (answer["region"] != "not_recorded")]
    if named.empty:
        return _("No theme can be placed")
    n = int(named["events"].max())
    best = named[named["events"] == n]
    if len(best) > 2:
        return _("No theme and region stand out: at most {events} each", events=look.events(n))
    pairs = look.language.list(
        _("{theme} in {region}", theme=look.name(row), region=look.name(row, "region"))
        for row in best.itertuples()
    )
    if len(best) > 1:
        return _("Most often: {pairs}, {events} each", pairs=pairs, events=look.events(n))
    return _("Most often: {pairs}, {events}", pairs=pairs, events=look.events(n))


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by theme and region")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Themes in rows, regions in columns."""
    shown = answer.assign(label=look.labels(answer), place=look.labels(answer, "region"))
    wide = shown.pivot_table(
        index="label", columns="place", values="events", sort=False, aggfunc="sum"
    )
    filled: Any = wide.fillna(0).astype(int)
    return filled.rename_axis(index=look.text("Theme"), columns=None).reset_index()


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    return [look.text("Themes overlap, so neither rows nor columns add up to the events.")]
