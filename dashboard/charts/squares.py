"""A matrix of squares with printed numbers: what two dimensions have in common, without sums."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.charts.style import Figure, bare_axis, figure, plain
from dashboard.look import Look

CELL = 28  # pixels of height of a row
NARROW = 24  # letters beside one another on a phone


def squares(
    answer: pd.DataFrame,
    look: Look,
    rows: Sequence[str],
    columns: Sequence[str],
    marks: Sequence[str],
    cells: Sequence[tuple[str, str]],
) -> Figure:
    """One square a row of `answer`, the darker the more events, its number printed on it.

    rows, columns: names in order. cells: each answer row's (row name, column name).
    marks: each answer row's customdata. answer: the column `events`.
    """
    counts = [int(n) for n in answer["events"]]
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [list(columns).index(column) for _, column in cells],
        "y": [list(rows).index(row) for row, _ in cells],
        "customdata": list(marks),
        "text": [look.number(n) for n in counts],
        "meta": {"narrow": {"text": fitting([look.number(n) for n in counts], len(columns))}},
        **filled(counts, look),
        "hovertext": [
            f"<b>{plain(row)}</b> · {plain(column)}<br>{look.events(n)}"
            for (row, column), n in zip(cells, counts, strict=True)
        ],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    return figure([trace], look, **axes(rows, columns, look))


def fitting(numbers: Sequence[str], columns: int) -> list[str]:
    """The numbers that a phone has room for; the table, and whoever touches a square, has all."""
    most = NARROW // max(1, columns)
    return [number if len(number) <= most else "" for number in numbers]


def filled(counts: Sequence[int], look: Look) -> dict[str, Any]:
    """Squares the darker the more events, with numbers that can be read on them."""
    page, accent, most = look.palette.page, look.palette.accent, max([1, *counts])
    fills = [mixed(page, accent, 0.1 + (look.palette.deepest - 0.1) * n / most) for n in counts]
    return {
        "marker": {
            "symbol": "square",
            "size": 22,
            "color": fills,
            "opacity": 1,
            "line": {"width": 0},
        },
        "textfont": {"size": 13, "color": look.palette.ink},
    }


def axes(rows: Sequence[str], columns: Sequence[str], look: Look) -> dict[str, Any]:
    """Rows on the left, columns over them; on a phone the columns' names stand upright."""
    head = {
        "side": "top",
        "showticklabels": True,
        "tickvals": list(range(len(columns))),
        "ticktext": [broken(plain(name)) for name in columns],
        "tickangle": 0,
        "tickfont": {"size": 12, "color": look.palette.quiet},
        "range": [-0.5, len(columns) - 0.5],
        "automargin": True,
    }
    side = {
        "showticklabels": True,
        "tickvals": list(range(len(rows))),
        "ticktext": [f"{plain(name)}  " for name in rows],
        "range": [len(rows) - 0.5, -0.5],
        "automargin": True,
        "showgrid": True,
        "gridcolor": look.palette.rule,
    }
    upright = bare_axis(**head | {"tickangle": -90, "ticktext": [plain(name) for name in columns]})
    return {
        "height": CELL * len(rows) + 84,
        "xaxis": bare_axis(**head),
        "yaxis": bare_axis(**side),
        "meta": {"narrow": {"xaxis": upright, "height": CELL * len(rows) + 190}},
    }


def broken(name: str, most: int = 11) -> str:
    """A name over several lines."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def mixed(page: str, accent: str, share: float) -> str:
    """A colour so far from the page towards the accent. Both as #rrggbb, share from 0 to 1."""
    pairs = zip(channels(page), channels(accent), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def channels(colour: str) -> list[int]:
    return [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
