"""Events by theme and region: squares with printed numbers."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.opening import Axis, Opens
from dashboard.charts.squares import squares
from dashboard.charts.style import Figure
from dashboard.look import Look
from dashboard.rows import as_rows, first_row


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """One square for each theme and region that go together. answer: events_by_theme_and_region."""
    themes, regions = look.labels(answer), look.labels(answer, "region")
    order = answer.assign(name=regions).sort_values("region_position")["name"]
    return squares(
        answer,
        look,
        list(dict.fromkeys(themes)),
        list(dict.fromkeys(order)),
        [mark(row) for row in as_rows(answer)],
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
        first: Any = first_row(best)
        events = look.events(n, mark(first))
        return _("No theme and region stand out: at most {events} each", events=events)
    pairs = look.language.list(together(row, look) for row in as_rows(best))
    return _("Most often: {pairs}", pairs=pairs)


def mark(row: Any) -> str:
    return f"theme={row.theme};region={row.region}"


def together(row: Any, look: Look) -> str:
    """Governance in Europe, 7 events."""
    return look.text(
        "{theme} in {region}, {events}",
        theme=look.name(row),
        region=look.name(row, "region"),
        events=look.events(int(row.events), mark(row)),
    )


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by theme and region")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Themes in rows, regions in columns."""
    wide: Any = by_region(answer, look, [int(n) for n in answer["events"]], 0).astype(int)
    return wide.rename_axis(index=look.text("Theme"), columns=None).reset_index()


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    return opening.cells(by_region(answer, look, [mark(row) for row in as_rows(answer)], ""))


def by_region(
    answer: pd.DataFrame, look: Look, values: Sequence[object], empty: object
) -> pd.DataFrame:
    themes = Axis("theme", list(look.labels(answer)))
    regions = Axis("region", list(look.labels(answer, "region")))
    return opening.crossed(answer, themes, regions, values, empty)


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    return [look.text("Themes overlap, so neither rows nor columns add up to the events.")]
