"""A chart's figure read again as plain bars and squares, for files that draw them natively."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.style import Figure
from dashboard.exports.fonts import width
from dashboard.look import Look

TAG = re.compile(r"<br>|</?b>")


@dataclass(frozen=True)
class Bar:
    """mark: what the bar stands for, as `theme=smes;quarter=2024-Q4`. label: written at its end.

    pattern: '/' for hatched, '.' for dotted, '' for none. line: the colour around it.
    """

    name: str
    mark: str
    value: int
    label: str
    colour: str
    line: str
    pattern: str


@dataclass(frozen=True)
class Panel:
    """One plot of bars. across: whether they lie. bands: runs of bars (first, last) on grey.

    most: the value at which the plot ends."""

    title: str
    colour: str
    across: bool
    bars: tuple[Bar, ...]
    bands: tuple[tuple[int, int], ...]
    most: float


@dataclass(frozen=True)
class Squares:
    """cells: (row, column) -> (text, colour), for those that are there."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[int, int], tuple[str, str]]


def words(text: str) -> str:
    """A figure's text as a person reads it, without tags, escapes and spare room."""
    return re.sub(" +", " ", html.unescape(TAG.sub(" ", text))).strip()


def panels(figure: Figure) -> list[Panel]:
    """The bar plots of a figure; none if it holds anything else."""
    traces = figure["data"]
    if any(trace["type"] != "bar" for trace in traces):
        return []
    return [panel(trace, n, figure["layout"], len(traces)) for n, trace in enumerate(traces)]


def panel(trace: dict[str, Any], n: int, layout: dict[str, Any], count: int) -> Panel:
    across = trace.get("orientation") == "h"
    scale = "xaxis" if across else trace.get("yaxis", "y").replace("y", "yaxis")
    title: Any = layout["annotations"][n] if count > 1 else {"text": "", "font": {"color": ""}}
    return Panel(
        title=words(title["text"]),
        colour=title["font"]["color"],
        across=across,
        bars=tuple(bars(trace, across, layout)),
        bands=tuple(bands(layout, trace.get("xaxis", "x"))),
        most=float(layout[scale]["range"][1]),
    )


def bars(trace: dict[str, Any], across: bool, layout: dict[str, Any]) -> list[Bar]:
    values = trace["x" if across else "y"]
    names = trace["y"] if across else layout["xaxis"].get("ticktext", [""] * len(values))
    marker, number = trace["marker"], len(values)
    line = marker.get("line", {}).get("color", "")
    shapes = marker.get("pattern", {}).get("shape", [""] * number)
    labels = trace.get("text", [""] * number)
    columns = (names, trace["customdata"], values, labels, marker["color"], shapes)
    return [
        Bar(words(name), mark, int(value), label, colour, line or colour, shape)
        for name, mark, value, label, colour, shape in zip(*columns, strict=True)
    ]


def bands(layout: dict[str, Any], axis: str) -> list[tuple[int, int]]:
    """The runs of unrecorded columns, first and last of each."""
    found: list[tuple[int, int]] = []
    for shape in layout.get("shapes", []):
        if shape["type"] != "rect" or shape.get("xref", "x") != axis:
            continue
        place = round((shape["x0"] + shape["x1"]) / 2)
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def labels(bars: Sequence[Bar], slot: float, size: float, look: Look) -> list[str]:
    """What is written over columns that are `slot` points wide, in letters of `size`.

    All labels where they find room beside one another, else the numbers alone, else the largest.
    """
    whole = [bar.label for bar in bars]
    plain = [look.number(bar.value) if bar.label else "" for bar in bars]
    for written in (whole, plain):
        if max((width(text, size) for text in written), default=0) <= slot:
            return written
    most = max(bar.value for bar in bars)
    return [text if bar.value == most else "" for text, bar in zip(plain, bars, strict=True)]


def squares(figure: Figure) -> Squares | None:
    """A matrix of squares with its numbers, or None if the figure is none."""
    trace, layout = figure["data"][0], figure["layout"]
    if trace["type"] != "scatter" or trace["marker"].get("symbol") != "square":
        return None
    cells = zip(trace["x"], trace["y"], trace["text"], trace["marker"]["color"], strict=True)
    return Squares(
        rows=tuple(map(words, layout["yaxis"]["ticktext"])),
        columns=tuple(map(words, layout["xaxis"]["ticktext"])),
        cells={(row, column): (text, colour) for column, row, text, colour in cells},
    )
