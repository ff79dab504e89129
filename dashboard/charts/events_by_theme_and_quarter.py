"""Events by theme and quarter: small multiples on one scale, the core themes first."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.opening import Axis, Opens
from dashboard.charts.style import Figure, bare_axis, figure, plain
from dashboard.look import Look
from dashboard.rows import as_rows, first_row

WIDE, NARROW = 4, 2  # panels in a row, on a wide page and on a phone
PANEL, TITLE = 84, 34  # pixels of height of a panel's columns and of what stands over them


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """One small column chart a theme, all on one scale. answer: events_by_theme_and_quarter."""
    themes = [rows for _, rows in answer.groupby("theme", sort=False)]
    most = max(2, int(answer["events"].max()))
    wide, narrow = (arranged(themes, look, columns, most) for columns in (WIDE, NARROW))
    data = [columns_of(rows, look, n) for n, rows in enumerate(themes, start=1)]
    return figure(data, look, **wide, bargap=0.15, meta={"narrow": narrow})


def axis(kind: str, n: int) -> str:
    """Plotly's name of the n-th axis: x, x2, x3."""
    return kind if n == 1 else f"{kind}{n}"


def columns_of(rows: pd.DataFrame, look: Look, n: int) -> dict[str, Any]:
    theme = str(rows["theme"].iloc[0])
    colour = look.theme_colour(theme)
    return {
        "type": "bar",
        "x": list(range(len(rows))),
        "y": [int(value) for value in rows["events"]],
        "xaxis": axis("x", n),
        "yaxis": axis("y", n),
        "customdata": [mark(row) for row in as_rows(rows)],
        "marker": {
            "color": [look.palette.page if kind == "none" else colour for kind in rows["coverage"]],
            "line": {"color": colour, "width": [1 if value else 0 for value in rows["events"]]},
            "pattern": {
                "shape": ["/" if kind == "partial" else "" for kind in rows["coverage"]],
                "fillmode": "replace",
                "bgcolor": look.palette.page,
                "size": 4,
                "solidity": 0.5,
            },
        },
        "hovertext": [hover(row, look) for row in as_rows(rows)],
        "hoverinfo": "text",
    }


def hover(row: Any, look: Look) -> str:
    return (
        f"<b>{plain(look.name(row))}</b> · {plain(look.name(row, 'quarter'))}"
        f"<br>{look.events(int(row.events))}"
    )


def arranged(themes: list[pd.DataFrame], look: Look, columns: int, most: int) -> dict[str, Any]:
    """Axes, titles and height for so many panels in a row."""
    lines = -(-len(themes) // columns)
    height = lines * (PANEL + TITLE)
    layout: dict[str, Any] = {"height": height, "annotations": [], "shapes": []}
    for n, rows in enumerate(themes, start=1):
        line, place = divmod(n - 1, columns)
        left, top = place / columns, 1 - line / lines
        right, foot = left + 0.94 / columns, top - 1 / lines + 4 / height
        head = top - TITLE / height
        layout[axis("xaxis", n)] = bare_axis(
            domain=[left, right], anchor=axis("y", n), **span(rows, look)
        )
        layout[axis("yaxis", n)] = bare_axis(
            domain=[foot, head], anchor=axis("x", n), range=[0, most * 1.05]
        )
        layout["annotations"].append(
            title(rows, look, left, head, columns > NARROW and not look.most)
        )
        layout["shapes"] += [band(k, n, look) for k in unrecorded(rows)]
    return layout


def span(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    return {
        "range": [-0.6, len(rows) - 0.4],
        "showline": True,
        "linecolor": look.palette.quiet,
    }


def unrecorded(rows: pd.DataFrame) -> list[int]:
    return [k for k, kind in enumerate(rows["coverage"]) if kind == "none"]


def band(k: int, n: int, look: Look) -> dict[str, Any]:
    return {
        "type": "rect",
        "layer": "below",
        "xref": axis("x", n),
        "yref": f"{axis('y', n)} domain",
        "x0": k - 0.5,
        "x1": k + 0.5,
        "y0": 0,
        "y1": 1,
        "fillcolor": look.palette.band,
        "line": {"width": 0},
    }


def title(rows: pd.DataFrame, look: Look, left: float, head: float, roomy: bool) -> dict[str, Any]:
    """A theme's name over its panel and, where there is room, its busiest quarter's number."""
    name, busiest = look.labels(rows).iloc[0], rows.loc[rows["events"].idxmax()]
    most = look.text("most {n}", n=look.number(int(rows["events"].max()))) if roomy else ""
    colour = look.theme_colour(str(rows["theme"].iloc[0]))
    return {
        "text": f"<b>{plain(name)}</b>  {most}",
        "xref": "paper",
        "yref": "paper",
        "x": left,
        "y": head,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "name": mark(busiest),
        "captureevents": True,
        "font": {
            "size": 12,
            "color": look.palette.ink if colour == look.palette.context else colour,
        },
    }


def say(answer: pd.DataFrame, look: Look) -> str:
    """Which theme was carried by most events in one quarter, with figures."""
    _, named = look.text, answer[answer["theme"] != "none"]
    n = 0 if named.empty else int(named["events"].max())
    if n == 0:
        return _("No event to sort by theme and quarter")
    best = named[named["events"] == n]
    row: Any = first_row(best)
    events = look.events(n, mark(row))
    if len(best) > 3:
        return _("No theme stands out in one quarter: at most {events} each", events=events)
    if len(best) > 1:
        busiest = look.language.list(in_quarter(row, look) for row in as_rows(best))
        return _("Busiest quarters: {themes}", themes=busiest)
    return _(
        "{theme} had the busiest quarter: {events} in {quarter}",
        theme=look.name(row),
        events=events,
        quarter=look.name(row, "quarter"),
    )


def mark(row: Any) -> str:
    return f"theme={row.theme};quarter={row.quarter}"


def in_quarter(row: Any, look: Look) -> str:
    """Governance in Q4 2024 (3)."""
    return look.text(
        "{theme} in {quarter} ({n})",
        theme=look.name(row),
        quarter=look.name(row, "quarter"),
        n=look.figure(int(row.events), mark(row)),
    )


def note(answer: pd.DataFrame, look: Look) -> str:
    quarters = list(dict.fromkeys(look.labels(answer, "quarter")))
    if not quarters:
        return look.text("Events by theme and quarter, all on one scale")
    return look.text(
        "Events by theme and quarter, all on one scale, {first} to {last}",
        first=quarters[0],
        last=quarters[-1],
    )


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Themes in rows, quarters in columns."""
    wide: Any = by_quarter(answer, look, [int(n) for n in answer["events"]]).astype(int)
    return wide.rename_axis(index=look.text("Theme"), columns=None).reset_index()


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    return opening.cells(by_quarter(answer, look, [mark(row) for row in as_rows(answer)]))


def by_quarter(answer: pd.DataFrame, look: Look, values: Sequence[object]) -> pd.DataFrame:
    themes = Axis("theme", list(look.labels(answer)))
    quarters = Axis("quarter", list(look.labels(answer, "quarter")))
    return opening.crossed(answer, themes, quarters, values, 0)


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    """That themes overlap, and what is drawn otherwise than a quarter recorded in full."""
    _, drawn = look.text, set(answer.loc[answer["events"] > 0, "coverage"])
    legend = [
        *([_("Hatched: recorded in part.")] if "partial" in drawn else []),
        *([_("Grey: no recap.")] if "none" in set(answer["coverage"]) else []),
        *([_("Hollow: known from other pages.")] if "none" in drawn else []),
    ]
    overlap = _("Themes overlap: an event with two themes stands in two panels.")
    return [overlap, " ".join(legend)] if legend else [overlap]
