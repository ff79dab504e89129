"""What all charts share: one font, one way to draw bars. The only place for chart style."""

import html
import itertools
from collections.abc import Sequence
from typing import Any

from dashboard.look import Look

Figure = dict[str, Any]

ROW = 24  # pixels of height for one horizontal bar
ACROSS, BAR, BRIEF = 41, 5, 28  # on a phone, in letters: its width, the longest bar, a name


def plain(text: str) -> str:
    """Text as Plotly must be given it: what looks like markup is shown, not obeyed."""
    return html.escape(text, quote=False)


def figure(data: list[dict[str, Any]], look: Look, **layout: Any) -> Figure:
    """A Plotly figure as a plain dict, in the house style; `height` in pixels."""
    return {"data": data, "layout": {**base(look), **layout}}


def base(look: Look) -> dict[str, Any]:
    return {
        "template": {},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": look.font, "size": 13, "color": look.palette.ink},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": look.palette.page,
            "bordercolor": look.palette.rule,
            "font": {"family": look.font, "size": 13, "color": look.palette.ink},
            "align": "left",
        },
        "bargap": 0.28,
        "dragmode": False,
        "uniformtext": {"mode": False},
    }


def bare_axis(**changes: Any) -> dict[str, Any]:
    """An axis without grid, line or numbers: values stand at the bars."""
    plain = {"showgrid": False, "zeroline": False, "showline": False, "showticklabels": False}
    return {**plain, "fixedrange": True, "ticks": "", **changes}


def label_axis(look: Look, **changes: Any) -> dict[str, Any]:
    """An axis that names categories."""
    text = {"size": 13, "color": look.palette.ink}
    return bare_axis(
        showticklabels=True, type="category", tickfont=text, automargin=True, **changes
    )


def named_bars(rows: Sequence[Any], look: Look, ids: str, colours: Sequence[str]) -> Figure:
    """Ranked bars of events that bear the rows' own labels, and say them on hover."""
    names, counts = [look.name(row) for row in rows], [row.events for row in rows]
    hover = [
        f"<b>{plain(name)}</b><br>{look.events(n)}" for name, n in zip(names, counts, strict=True)
    ]
    return ranked_bars(rows, look, ids, names, colours, [look.number(n) for n in counts], hover)


def ranked_bars(
    rows: Sequence[Any],
    look: Look,
    ids: str,
    names: Sequence[str],
    colours: Sequence[str],
    values: Sequence[str],
    hover: Sequence[str],
) -> Figure:
    """Horizontal bars in the order of the rows, each named on the left and valued at its end.

    rows: with a column `ids` and `events`. `ids=id` goes into customdata, and into meta.ids by
    name.
    """
    shown = distinct([plain(name) for name in names])
    counts = [row.events for row in rows]
    marks = [f"{ids}={getattr(row, ids)}" for row in rows]
    bar: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "y": shown,
        "x": counts,
        "customdata": marks,
        "text": list(values),
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": 13, "color": look.palette.ink},
        "marker": {"color": list(colours)},
        "hovertext": list(hover),
        "hoverinfo": "text",
    }
    room = max([1, *counts]), max([1, *map(len, values)])
    return figure([bar], look, **rank_axes(shown, marks, room, look))


def rank_axes(
    shown: list[str], marks: list[str], room: tuple[int, int], look: Look
) -> dict[str, Any]:
    """The axes of ranked bars, also for a phone. room: the largest number, the longest value."""
    most, longest = room
    brief = distinct(wrapped(shown, min(BRIEF, ACROSS - BAR - longest)))
    beside = ACROSS - max(len(line) for name in brief or [""] for line in name.split("<br>"))
    shrunk = beside / max(BAR, beside - longest - 1)
    side = {"range": [len(shown) - 0.5, -0.5], "ticksuffix": "  "}  # downwards
    ticks = [f"{name}  " for name in brief]
    return {
        "height": ROW * len(shown) + 16,
        "xaxis": bare_axis(range=[0, most * (1.08 + 0.025 * longest)]),
        "yaxis": label_axis(look, **side),
        "meta": {
            "ids": dict(zip([*shown, *brief], [*marks] * 2, strict=True)),
            "narrow": {
                "xaxis": bare_axis(range=[0, most * shrunk]),
                "yaxis": label_axis(look, tickvals=shown, ticktext=ticks, **side),
            },
        },
    }


def distinct(names: Sequence[str]) -> list[str]:
    """Names made different where two are the same, since a category axis would merge them."""
    out: list[str] = []
    for name in names:
        tries = (f"{name} ({n})" for n in itertools.count(2))
        out.append(name if name not in out else next(t for t in tries if t not in (*out, *names)))
    return out


def wrapped(names: Sequence[str], most: int) -> list[str]:
    """Long names on two lines; of two that follow each other, the second is cut to one line."""
    out: list[str] = []
    for name in names:
        both = bool(out) and "<br>" in out[-1]
        out.append(shortened(name, most) if both else halved(name, most))
    return out


def halved(name: str, most: int) -> str:
    """A long name on two lines, broken at the space nearest its middle."""
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    if len(name) <= most or not spaces:
        return name
    middle = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return f"{name[:middle]}  <br>{name[middle + 1 :]}"


def shortened(text: str, most: int = 34) -> str:
    """At most so many characters, cut at a word."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,–')}…"
