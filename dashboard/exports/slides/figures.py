"""Few figures, large, what each counts under it: a story's own table as the board shows it."""

from typing import Any

import pandas as pd

from dashboard.exports.fonts import width
from dashboard.exports.slides import page
from dashboard.exports.slides.page import LEADING, Box, letters, plate, tall, write
from dashboard.look import Look
from dashboard.rows import as_rows

MOST = 8  # figures; more stand in a table
IN_A_ROW = 5  # figures; more stand in rows of four
SIZES = (96, 80, 66, 54, 40, 28)  # points of numbers, the first in which all fit
WORDS, RULE, INSET = 20, 0.025, 0.18  # points; inches
GAP = 0.3  # inches between figures


def few(shown: pd.DataFrame) -> bool:
    return 0 < len(shown) <= MOST


def draw(slide: Any, shown: pd.DataFrame, box: Box, look: Look) -> None:
    """The figures within the box. shown: what is counted, and the number, one row a figure."""
    rows = [(str(words), look.number(n)) for words, n in as_rows(shown)]
    across = len(rows) if len(rows) <= IN_A_ROW else 4
    lines, wide = -(-len(rows) // across), (box.width + GAP) / across - GAP
    room = wide - INSET
    under = max(tall([words], WORDS, room) for words, _ in rows)
    size = fitting([number for _, number in rows], room, box.height / lines - under - GAP)
    high = size * LEADING / 72 + under
    spare = box.height - lines * high
    for n, (words, number) in enumerate(rows):
        line, place = divmod(n, across)
        top = box.top + spare / (lines + 2) + line * (high + spare / (lines + 2))
        spot = Box(box.left + place * (wide + GAP), top, wide, high)
        figure(slide, words, number, spot, size, look)


def fitting(numbers: list[str], room: float, height: float) -> int:
    """The largest letters in which the longest number stands on one line of that height."""
    for size in SIZES:
        broad = max(width(number, size, bold=True) for number in numbers) / 72
        if broad <= room * 0.95 and size * LEADING / 72 <= height:
            return size
    return SIZES[-1]


def figure(slide: Any, words: str, number: str, box: Box, size: int, look: Look) -> None:
    """One figure: its number and its words in one text, a thin rule beside it."""
    plate(slide, Box(box.left, box.top, RULE, box.height), look.palette.rule)
    inner = Box(box.left + INSET, box.top, box.width - INSET, box.height)
    shape = write(slide, [number], inner, size, look.palette.ink, bold=True)
    shape.text_frame.paragraphs[0].line_spacing = 1.0
    under = shape.text_frame.add_paragraph()
    letters(under, words, WORDS, look.palette.quiet)
    page.described(shape, look.text("{name}: {text}", name=words, text=number))
