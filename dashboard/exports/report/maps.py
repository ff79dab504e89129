"""A map of circles as marks on a page."""

import re

from dashboard.charts.style import Figure
from dashboard.exports.drawn import words
from dashboard.exports.report.plots import Plot

HIGH = 300.0  # points
SUBPATH = re.compile(r"M([^MZ]*)Z")


def world(figure: Figure, room: float) -> Plot:
    """The figure's land and circles, within `room` points of width."""
    (trace,), layout = figure["data"], figure["layout"]
    (west, east), (south, north) = layout["xaxis"]["range"], layout["yaxis"]["range"]
    scale = min(room / (east - west), HIGH / (north - south))
    left = (room - scale * (east - west)) / 2
    found = Plot(room, scale * (north - south), clip=True)

    def place(x: float, y: float) -> tuple[float, float]:
        return left + (x - west) * scale, (north - y) * scale

    for shape in layout["shapes"]:
        rings = [
            [place(*point(one)) for one in ring.split("L")] for ring in rings_of(shape["path"])
        ]
        found.marks.append({"kind": "land", "rings": rings, "fill": shape["fillcolor"]})
    circles(found, trace, [place(x, y) for x, y in zip(trace["x"], trace["y"], strict=True)])
    return found


def rings_of(path: str) -> list[str]:
    return SUBPATH.findall(path)


def point(text: str) -> tuple[float, float]:
    x, y = text.split(",")
    return float(x), float(y)


def circles(found: Plot, trace: Figure, places: list[tuple[float, float]]) -> None:
    """Circles with their numbers, in them where they fit and else beside them, and their names."""
    marker, letters = trace["marker"], trace["textfont"]["color"]
    for n, (x, y) in enumerate(places):
        size = 0.75 * marker["size"][n]
        found.marks.append(
            {"kind": "circle", "x": x, "y": y, "r": size / 2, "fill": marker["color"]}
        )
        inside = trace["textposition"][n].endswith("center")
        spot, side = (x, "center") if inside else (x + size / 2 + 2, "left")
        found.write(spot, y, words(trace["text"][n]), letters[n], side=side)
