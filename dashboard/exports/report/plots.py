"""A figure's bars as marks on a page: rectangles and texts with their places, in points."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.exports.drawn import Bar, Panel, labels
from dashboard.exports.fonts import width
from dashboard.exports.spoken import Quarters, named
from dashboard.look import Look

SIZE, SMALL = 9.5, 8.5  # points of letters
ROW, HIGH, PANEL = 17.0, 250.0, 62.0  # heights of a lying bar, of columns, of a small plot
MOST_ROWS = 18  # lying bars over one another; more stand in two columns
BAR, SLOTS = 0.72, 6  # how much of its slot a bar fills; columns leave room for at least so many
SIDE = 0.5  # of the width, at most, for names beside bars
GAP = 6.0

Mark = dict[str, Any]


@dataclass
class Plot:
    """Marks within a width and a height."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)
    clip: bool = False

    def block(self, x: float, y: float, w: float, h: float, fill: str, **more: Any) -> None:
        """A rectangle. more: line (a colour), pattern ('/', '.')."""
        self.marks.append({"kind": "rect", "x": x, "y": y, "w": w, "h": h, "fill": fill, **more})

    def write(self, x: float, y: float, text: str, colour: str, **more: Any) -> None:
        """A text whose middle line is at y. more: side (left, center, right), size, bold."""
        said = {"side": "left", "size": SIZE, "bold": False, **more}
        self.marks.append({"kind": "text", "x": x, "y": y, "text": text, "fill": colour, **said})


def plot(panels: Sequence[Panel], room: float, quarters: Quarters, look: Look) -> Plot:
    """The plot of a figure's bars, as wide as `room`."""
    if len(panels) > 1:
        return multiples(panels, room, look)
    return (
        ranked(panels[0], room, look)
        if panels[0].across
        else standing(panels[0], room, quarters, look)
    )


def ranked(panel: Panel, room: float, look: Look) -> Plot:
    """Lying bars from the top, in two columns where there are many."""
    count = len(panel.bars)
    lines = count if count <= MOST_ROWS else -(-count // 2)
    parts = [panel.bars[start : start + lines] for start in range(0, count, lines)]
    found, broad = Plot(room, ROW * lines), room / len(parts)
    for n, bars in enumerate(parts):
        lying(found, bars, n * broad, broad - (0 if n == len(parts) - 1 else 18), panel.most, look)
    return found


def lying(
    found: Plot, bars: Sequence[Bar], left: float, broad: float, most: float, look: Look
) -> None:
    names = min(SIDE * broad, max(width(bar.name, SIZE) for bar in bars) + GAP)
    for n, bar in enumerate(bars):
        middle, long = (n + 0.5) * ROW, (broad - names) * bar.value / most
        found.write(left + names - GAP, middle, bar.name, look.palette.ink, side="right")
        painted(found, left + names, middle - ROW * BAR / 2, long, ROW * BAR, bar)
        found.write(left + names + long + 4, middle, bar.label, look.palette.ink)


def painted(found: Plot, x: float, y: float, w: float, h: float, bar: Bar) -> None:
    if bar.value:
        found.block(x, y, w, h, bar.colour, line=bar.line, pattern=bar.pattern)


def standing(panel: Panel, room: float, quarters: Quarters, look: Look) -> Plot:
    """Columns over the names of their quarters; years where they begin."""
    found, foot = Plot(room, HIGH), HIGH - 2 * SIZE * 1.5
    columns(found, panel, (0.0, 0.0, room, foot), look)
    slot, broad, year = slots(panel, room), width("T4", SIZE) + 4, ""
    for n, bar in enumerate(panel.bars):
        middle, (of, own) = slot[0] + (n + 0.5) * slot[1], named(bar, quarters)
        if slot[1] >= broad:
            found.write(middle, foot + SIZE, own, look.palette.quiet, side="center")
        if of != year:
            found.write(middle, foot + SIZE * 2.3, of, look.palette.quiet, side="center")
        year = of
    return found


def slots(panel: Panel, room: float) -> tuple[float, float]:
    """Where the first column's slot begins, and how wide each is."""
    count = len(panel.bars)
    wide = room / max(count, SLOTS)
    return (room - wide * count) / 2, wide


def columns(
    found: Plot, panel: Panel, place: tuple[float, float, float, float], look: Look
) -> None:
    """Columns within (left, top, width, height), grey bands behind what nobody recorded."""
    left, top, room, high = place
    start, slot = slots(panel, room)
    for first, last in panel.bands:
        x, broad = left + start + first * slot, (last - first + 1) * slot
        found.block(x, top, broad, high, look.palette.band)
        if last - first >= 2 and high > PANEL:
            words = look.text("no recap")
            found.write(x + broad / 2, top + SIZE, words, look.palette.quiet, side="center")
    written = labels(panel.bars, slot, SIZE, look)
    for n, (bar, label) in enumerate(zip(panel.bars, written, strict=True)):
        tall = high * bar.value / panel.most
        x, foot = left + start + n * slot, top + high
        painted(found, x + slot * (1 - BAR) / 2, foot - tall, slot * BAR, tall, bar)
        if label:
            middle = x + slot / 2
            found.write(middle, foot - tall - SIZE * 0.8, label, look.palette.ink, side="center")
    found.block(left + start, top + high - 0.4, slot * len(panel.bars), 0.8, look.palette.quiet)


def multiples(panels: Sequence[Panel], room: float, look: Look) -> Plot:
    """Small plots on one scale, four in a row, each under its title."""
    wide, step = 4, PANEL + 26
    found, broad = Plot(room, step * -(-len(panels) // 4)), room / wide
    for n, panel in enumerate(panels):
        line, place = divmod(n, wide)
        left, top = place * broad, line * step
        colour = panel.colour or look.palette.ink
        size = min(SIZE, SIZE * (broad - 16) / width(panel.title, SIZE, bold=True))
        found.write(left, top + 8, panel.title, colour, bold=True, size=size)
        columns(found, panel, (left, top + 18, broad - 16, PANEL), look)
    return found
