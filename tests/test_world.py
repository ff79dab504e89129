"""Tests of the base map: published values of the projection, and the outline of the land."""

import csv
import re
from math import cos, isclose, radians
from pathlib import Path

import pytest

from dashboard.charts.world import HEIGHT, OUTLINE_FILE, WIDTH, outline, project

COUNTRIES = Path(__file__).parents[1] / "data" / "vocabulary" / "countries.csv"

EQUATOR_METRES = 17243959.06
"""Easting of (180, 0) in EPSG:8857, Equal Earth on WGS 84."""

PUBLISHED = [
    (180.0, 0.0, 17243959.06, 0.0),
    (180.0, 90.0, 10216474.79, 8392927.60),
    (-180.0, -90.0, -10216474.79, -8392927.60),
    (180.0, 44.87170287, 14792474.75, 5466867.76),
    (-70.0, -31.08640277, -6241081.64, -3907019.16),
]
"""EPSG:8857 coordinates in metres; the latitudes are authalic (45 and -31.2 geodetic)."""

Ring = list[tuple[float, float]]


def rings() -> list[Ring]:
    """Return the rings of the outline, in map units."""
    return [
        [(float(x), float(y)) for x, y in re.findall(r"[ML]([-\d.]+),([-\d.]+)", subpath)]
        for subpath in outline().split("Z")[:-1]
    ]


def is_land(longitude: float, latitude: float) -> bool:
    """Tell whether a point in degrees lies on land, by the even-odd rule."""
    x, y = project(longitude, latitude)
    crossings = 0
    for ring in rings():
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            crossings += (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def country_points() -> list[tuple[str, float, float]]:
    """Return the code, longitude and latitude (degrees) of every country."""
    with COUNTRIES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [(row["country_id"], float(row["longitude"]), float(row["latitude"])) for row in rows]


def test_the_origin_stays_at_the_origin() -> None:
    assert project(0, 0) == (0, 0)


@pytest.mark.parametrize(("longitude", "latitude", "easting", "northing"), PUBLISHED)
def test_projection_agrees_with_published_coordinates(
    longitude: float, latitude: float, easting: float, northing: float
) -> None:
    x, y = project(longitude, latitude)
    metres = EQUATOR_METRES / WIDTH
    assert (x * metres, y * metres) == pytest.approx((easting, northing), abs=0.05)


def test_projection_is_symmetric() -> None:
    x, y = project(73.6, 45.5)
    assert project(-73.6, 45.5) == (-x, y)
    assert project(73.6, -45.5) == (x, -y)


def test_poles_are_lines_shorter_than_the_equator() -> None:
    assert isclose(project(180, 90)[0] / project(180, 0)[0], 0.59247, abs_tol=1e-5)
    assert isclose(HEIGHT / WIDTH, 0.48672, abs_tol=1e-5)


def cell_area(latitude: float) -> float:
    """Return the area, in square map units, of a tiny cell of degrees at a latitude."""
    step = 1e-4
    width = project(step, latitude)[0]
    return width * (project(0, latitude + step)[1] - project(0, latitude - step)[1])


@pytest.mark.parametrize("latitude", [30.0, 45.0, 60.0, 80.0])
def test_projection_keeps_areas(latitude: float) -> None:
    share = cell_area(latitude) / cell_area(0)
    assert isclose(share, cos(radians(latitude)), rel_tol=1e-4)


def test_outline_is_a_small_path_of_absolute_points() -> None:
    path = outline()
    assert len(path) < 32_000
    assert re.fullmatch(r"(M-?[\d.]+,-?[\d.]+(L-?[\d.]+,-?[\d.]+){2,}Z)+", path)


def test_outline_stays_inside_the_map_and_out_of_antarctica() -> None:
    southernmost = project(0, -60)[1]
    points = [point for ring in rings() for point in ring]
    assert all(abs(x) <= WIDTH and southernmost < y <= HEIGHT for x, y in points)


def test_no_line_runs_across_the_map() -> None:
    for ring in rings():
        for (x1, _), (x2, _) in zip(ring, ring[1:] + ring[:1], strict=True):
            assert abs(x1 - x2) < 25


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [(-73.6, 45.5), (20.5, 44.8), (11.5, 3.87), (139.4, 35.9), (2.35, 48.85), (133.9, -24.0)],
    ids=["Montreal", "Belgrade", "Yaounde", "Tokyo", "Paris", "Australia"],
)
def test_cities_are_on_land(longitude: float, latitude: float) -> None:
    assert is_land(longitude, latitude)


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [(-30.0, 40.0), (-150.0, 0.0), (80.0, -20.0), (-85.0, 60.0), (51.0, 42.0), (18.0, 35.0)],
    ids=["Atlantic", "Pacific", "Indian", "Hudson Bay", "Caspian", "Mediterranean"],
)
def test_seas_are_not_land(longitude: float, latitude: float) -> None:
    assert not is_land(longitude, latitude)


def test_every_country_has_a_point_on_the_map() -> None:
    points = country_points()
    assert len(points) == 248
    for code, longitude, latitude in points:
        x, y = project(longitude, latitude)
        assert abs(x) < WIDTH, code
        assert abs(y) < HEIGHT, code


def test_source_of_the_outline_is_stated() -> None:
    first = OUTLINE_FILE.read_text(encoding="utf-8").split("\n-", 1)[0]
    assert "Natural Earth 1:110m" in first
    assert "public domain" in first
