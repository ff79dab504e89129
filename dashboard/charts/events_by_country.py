"""Events by country: proportional circles on an outline of the world's land."""

import math
from typing import Any

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, bare_axis, figure, plain
from dashboard.charts.world import HEIGHT, WIDTH, outline, project
from dashboard.look import Look
from dashboard.rows import as_rows

Point = tuple[float, float]
WITHIN = "middle center"
LARGEST = 42  # pixels across the largest circle
ROOMY = 16  # pixels across a circle that holds its number
NUMBER = 2  # pixels beside the middle of a circle that no other may take from its number


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """One circle a country, its area in proportion to the events. answer: events_by_country."""
    return figure(
        [circles(answer, look)],
        look,
        height=400,
        xaxis=bare_axis(range=[-WIDTH * 0.92, WIDTH * 1.02], constrain="domain"),
        yaxis=bare_axis(range=[-HEIGHT * 0.68, HEIGHT], scaleanchor="x", constrain="domain"),
        shapes=[land(look)],
        meta={"narrow": {"height": 200}},
    )


def circles(answer: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The larger first, so that the smaller lie on them."""
    rows = as_rows(located(answer).sort_values("events", ascending=False, kind="stable"))
    points = [project(float(row.longitude), float(row.latitude)) for row in rows]
    sizes = diameters([int(row.events) for row in rows])
    places = [place(n, points, sizes) for n in range(len(rows))]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "customdata": [f"country={row.country}" for row in rows],
        "text": [look.number(row.events) for row in rows],
        "textposition": places,
        "textfont": {
            "size": 12,
            "color": [
                look.palette.page if place == WITHIN else look.palette.ink for place in places
            ],
        },
        "marker": {
            "size": sizes,
            "color": look.palette.accent,
            "opacity": 0.85,
            "line": {"color": look.palette.page, "width": 1},
        },
        "hovertext": [
            f"<b>{plain(look.name(row))}</b><br>{look.events(int(row.events))}" for row in rows
        ],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def place(n: int, points: list[Point], sizes: list[float]) -> str:
    """Where a circle's number stands: within it, unless it is small or one drawn later covers it.

    On a phone, where circles are closest, a unit of the map is about a pixel.
    """
    if sizes[n] < ROOMY:
        return "middle right"
    later = zip(points[n + 1 :], sizes[n + 1 :], strict=True)
    free = all(math.dist(points[n], point) > size / 2 + NUMBER for point, size in later)
    return WITHIN if free else "top center"


def diameters(counts: list[int]) -> list[float]:
    """Pixels across circles whose areas are in proportion to the counts."""
    most = max([1, *counts])
    return [LARGEST * math.sqrt(count / most) for count in counts]


def located(answer: pd.DataFrame) -> pd.DataFrame:
    """The countries whose vocabulary says where they are."""
    return answer[answer["latitude"].notna() & answer["longitude"].notna()]


def land(look: Look) -> dict[str, Any]:
    return {
        "type": "path",
        "path": outline(),
        "layer": "below",
        "fillcolor": look.palette.rule,
        "line": {"width": 0},
    }


def say(answer: pd.DataFrame, look: Look) -> str:
    """In how many countries, and where most."""
    _ = look.text
    if answer.empty:
        return _("No event has a recorded country")
    countries = look.plural("{n} country", "{n} countries", len(answer), "measure=countries")
    most = answer[answer["events"] == answer["events"].max()]
    events = look.events(int(most["events"].iloc[0]), f"country={most['country'].iloc[0]}")
    if len(answer) == 1:
        return _("{country}: {events}", country=look.labels(most).iloc[0], events=events)
    if len(most) > 3:
        return _("{countries}, with at most {events} each", countries=countries, events=events)
    places = look.counted(as_rows(most), "country")
    return _("{countries}; most events in {most}", countries=countries, most=places)


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by country; the area of a circle is the number of events")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    return pd.DataFrame(
        {look.text("Country"): look.labels(answer), look.text("Events"): answer["events"]}
    )


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    return opening.events(answer, "country", look)


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    return [
        look.text("Each circle stands in the middle of its country, not in the city."),
        *missing(answer, look),
        *unlocated(answer, look),
        look.text("Outline: Natural Earth."),
    ]


def missing(answer: pd.DataFrame, look: Look) -> list[str]:
    """How many events the map cannot show."""
    if answer.empty or not answer["without_country"].iloc[0]:
        return []
    return [
        look.plural(
            "{n} of {total} events is not on the map: online, or its place is not recorded.",
            "{n} of {total} events are not on the map: online, or their place is not recorded.",
            int(answer["without_country"].iloc[0]),
            "country=none",
            total=look.figure(int(answer["of_events"].iloc[0]), "measure=events"),
        )
    ]


def unlocated(answer: pd.DataFrame, look: Look) -> list[str]:
    """How many countries the vocabulary gives no position."""
    n = len(answer) - len(located(answer))
    if not n:
        return []
    return [
        look.plural(
            "{n} country has no position in the vocabulary and is not on the map.",
            "{n} countries have no position in the vocabulary and are not on the map.",
            n,
            "rows=countries;located=no",
        )
    ]
