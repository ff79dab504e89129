"""The letters of what is made here: fonts that come with the requirements, and how wide they set.

A bare machine has no font at all, so none of the system's is ever used.
"""

from functools import cache, lru_cache
from pathlib import Path

import fontpkg_inter
import justmytype_intl_rtl
from PIL import ImageFont

INTER = Path(fontpkg_inter.__file__).parent / "files"
RIGHT_TO_LEFT = Path(justmytype_intl_rtl.__file__).parent / "fonts"
SAMPLE = 100  # units at which a text is measured


@cache
def families() -> tuple[str, ...]:
    """What the fonts are called, the one for most letters first."""
    files = [*sorted(INTER.glob("*.ttf")), *sorted(RIGHT_TO_LEFT.rglob("*.ttf"))]
    names = (ImageFont.truetype(str(file)).getname()[0] for file in files)
    return tuple(dict.fromkeys(name for name in names if name))


@cache
def face(bold: bool) -> ImageFont.FreeTypeFont:
    file = str(INTER / "Inter[opsz,wght].ttf")
    font = ImageFont.truetype(file, SAMPLE, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([14, 700 if bold else 400])
    return font


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is set, in the unit of `size`."""
    return measured(text, bold) * size / SAMPLE


@lru_cache(maxsize=20_000)
def measured(text: str, bold: bool) -> float:
    return face(bold).getlength(text)


def lines(text: str, size: float, room: float, bold: bool = False) -> int:
    """Over how many lines a text runs where `room` is the width of a line, in the unit of size."""
    return sum(broken(part, size, room, bold) for part in text.split("\n"))


def broken(text: str, size: float, room: float, bold: bool) -> int:
    count, reached, space = 1, 0.0, width(" ", size, bold)
    for word in text.split(" "):
        long = width(word, size, bold)
        if reached and reached + space + long > room:
            count, reached = count + 1, 0.0
        reached += long + (space if reached else 0)
        more = int(reached // room) if reached > room else 0  # a word wider than a line is cut
        count, reached = count + more, reached - more * room
    return count
