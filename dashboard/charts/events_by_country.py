"""Events by country: proportional circles on an outline of the world's land."""

import math
from typing import Any

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, bare_axis, figure, plain
from dashboard.charts.world import HEIGHT, WIDTH, outline, project
from dashboard.look import Look
from dashboard.rows import Answer, Columns, as_rows

Point = tuple[float, float]
WITHIN = "middle center"
LARGEST = 42  # pixels across the largest circle
ROOMY = 16  # pixels across a circle that holds its number
LETTER = 8  # and for each letter of it
NUMBER = 2  # pixels beside the middle of a circle that no other may take from its number


def draw(answer: Answer, look: Look) -> Figure:
    """One circle a country, its area in proportion to the events. answer: events_by_country."""
    return figure(
        [circles(answer, look)],
        look,
        height=400,
        xaxis=bare_axis(range=[-WIDTH * 0.92, WIDTH * 1.02], constrain="domain"),
        yaxis=bare_axis(range=[-HEIGHT * 0.68, HEIGHT], scaleanchor="x", constrain="domain"),
        shapes=[land(look)],
        meta={"narrow": {"height": 200}, "many": True},
    )


def circles(answer: Answer, look: Look) -> dict[str, Any]:
    """The larger first, so that the smaller lie on them."""
    rows = sorted(located(answer), key=lambda row: -row.events)
    points = [project(float(row.longitude), float(row.latitude)) for row in rows]
    sizes = diameters([int(row.events) for row in rows])
    texts = [look.number(row.events) for row in rows]
    places = [place(n, points, sizes, texts[n]) for n in range(len(rows))]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "customdata": [f"country={row.country}" for row in rows],
        "text": texts,
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


def place(n: int, points: list[Point], sizes: list[float], text: str) -> str:
    """Where a circle's number stands: within it, unless it is too small or a later one covers it.

    On a phone, where circles are closest, a unit of the map is about a pixel.
    """
    if sizes[n] < max(ROOMY, LETTER * len(text)):
        return "middle right"
    later = zip(points[n + 1 :], sizes[n + 1 :], strict=True)
    free = all(math.dist(points[n], point) > size / 2 + NUMBER for point, size in later)
    return WITHIN if free else "top center"


def diameters(counts: list[int]) -> list[float]:
    """Pixels across circles whose areas are in proportion to the counts."""
    most = max([1, *counts])
    return [LARGEST * math.sqrt(count / most) for count in counts]


def located(answer: Answer) -> list[Any]:
    """The countries whose vocabulary says where they are."""
    return [row for row in as_rows(answer) if pd.notna(row.latitude) and pd.notna(row.longitude)]


def land(look: Look) -> dict[str, Any]:
    return {
        "type": "path",
        "path": outline(),
        "layer": "below",
        "fillcolor": look.palette.rule,
        "line": {"width": 0},
    }


def say(answer: Answer, look: Look) -> str:
    """In how many countries, and where most."""
    _, rows = look.text, as_rows(answer)
    if not rows:
        return _("No event has a recorded country")
    countries = look.plural("{n} country", "{n} countries", len(rows), "measure=countries")
    n = max(row.events for row in rows)
    most = [row for row in rows if row.events == n]
    events = look.events(n, f"country={most[0].country}")
    if len(rows) == 1:
        return _("{country}: {events}", country=look.name(most[0]), events=events)
    if len(most) > 3:
        return _("{countries}, with at most {events} each", countries=countries, events=events)
    places = look.counted(most, "country")
    return _("{countries}; most events in {most}", countries=countries, most=places)


def note(answer: Answer, look: Look) -> str:
    return look.text("Events by country; the area of a circle is the number of events")


def table(answer: Answer, look: Look) -> Columns:
    return {look.text("Country"): look.labels(answer), look.text("Events"): answer["events"]}


def opens(answer: Answer, look: Look) -> Opens:
    return opening.events(answer, "country", look)


def foot(answer: Answer, look: Look) -> list[str]:
    return [
        look.text("Each circle stands in the middle of its country, not in the city."),
        *missing(answer, look),
        *unlocated(answer, look),
        look.text("Outline: Natural Earth."),
    ]


def missing(answer: Answer, look: Look) -> list[str]:
    """How many events the map cannot show."""
    rows = as_rows(answer)
    if not rows or not rows[0].without_country:
        return []
    return [
        look.plural(
            "{n} of {total} events is not on the map: online, or its place is not recorded.",
            "{n} of {total} events are not on the map: online, or their place is not recorded.",
            rows[0].without_country,
            "country=none",
            total=look.figure(rows[0].of_events, "measure=events"),
        )
    ]


def unlocated(answer: Answer, look: Look) -> list[str]:
    """How many countries the vocabulary gives no position."""
    n = len(as_rows(answer)) - len(located(answer))
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
