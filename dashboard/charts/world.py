"""Base map of the world: the Equal Earth projection and the outline of the land.

Projection: B. Savric, T. Patterson and B. Jenny, "The Equal Earth map projection",
International Journal of Geographical Information Science, 2018 (spherical form).
Outline: Natural Earth 1:110m land, public domain, see ``world_outline.txt``.

Map units have no dimension: x grows eastwards from -180 to 180 along the equator,
y grows northwards from -HEIGHT to HEIGHT. Equal areas on the globe are equal on the map.
"""

from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Final

A1: Final = 1.340264
A2: Final = -0.081106
A3: Final = 0.000893
A4: Final = 0.003796
M: Final = sqrt(3) / 2
SCALE: Final = A1 * M * 180 / radians(180)
"""Map units per radius of the globe, so that the equator ends at x = 180."""

OUTLINE_FILE: Final = Path(__file__).with_name("world_outline.txt")


def northing(theta: float) -> float:
    """Return y, in radii of the globe, at the parametric latitude theta (radians)."""
    square = theta * theta
    sixth = square**3
    return theta * (A1 + A2 * square + sixth * (A3 + A4 * square))


def stretch(theta: float) -> float:
    """Return the derivative of the northing at the parametric latitude theta (radians)."""
    square = theta * theta
    sixth = square**3
    return A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return the map position (x, y), in map units, of a point given in degrees."""
    theta = asin(M * sin(radians(latitude)))
    easting = radians(longitude) * cos(theta) / (M * stretch(theta))
    return SCALE * easting, SCALE * northing(theta)


WIDTH: Final = 180.0
"""Half the width of the map, in map units, reached on the equator."""

HEIGHT: Final = project(0, 90)[1]
"""Half the height of the map, in map units, reached at the poles."""


def subpath(ring: str) -> str:
    """Return one closed subpath from a line of "x,y" points set apart by spaces."""
    return f"M{'L'.join(ring.split())}Z"


@cache
def outline() -> str:
    """Return the land without Antarctica as an SVG path, in map units with y northwards.

    Every point has its own letter, M or L: Plotly reads one point per letter. Lakes are
    subpaths too, hence the even-odd rule of filling, which is Plotly's own.
    """
    lines = OUTLINE_FILE.read_text(encoding="utf-8").splitlines()
    return "".join(subpath(line) for line in lines if line and not line.startswith("#"))
