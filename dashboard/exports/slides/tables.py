"""Native tables, over as many slides as they need."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from lxml import etree
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from dashboard.charts.style import shortened
from dashboard.exports.drawn import Squares
from dashboard.exports.fonts import width
from dashboard.exports.legible import ADDRESS, brief, legible
from dashboard.exports.slides.page import SMALL, Box, described, letters, rgb, tall
from dashboard.look import Look
from dashboard.rows import as_rows

PAD, GAP = 0.09, 0.05  # inches beside and over a cell's text
LONGEST = 280  # letters of a cell; the workbook holds the rest
WIDEST = 8.0  # inches of a column
SIZES = (20, 18, 16)  # points of tables that have room
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the table style without lines and fills


@dataclass(frozen=True)
class Cell:
    text: str
    side: PP_ALIGN = PP_ALIGN.LEFT
    fill: str = ""


@dataclass(frozen=True)
class Grid:
    """A table as it is drawn, its letters `size` points large."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size: int = SMALL


def grid(frame: pd.DataFrame, look: Look) -> Grid:
    """The grid of an answer's table; numbers as the reader's language writes them."""
    numeric = [pd.api.types.is_numeric_dtype(frame[name]) for name in frame]
    sides = [PP_ALIGN.RIGHT if number else PP_ALIGN.LEFT for number in numeric]
    head = tuple(Cell(str(name), side) for name, side in zip(frame, sides, strict=True))
    rows = [
        tuple(cell(value, number, look) for value, number in zip(row, numeric, strict=True))
        for row in as_rows(frame)
    ]
    return Grid(head, tuple(rows))


def cell(value: Any, number: bool, look: Look) -> Cell:
    if number:
        return Cell("" if pd.isna(value) else look.number(value), PP_ALIGN.RIGHT)
    return Cell(shortened(legible(value), LONGEST))


def matrix(squares: Squares) -> Grid:
    """The grid of a matrix of squares, its cells as dark as the squares."""
    rows = [
        (Cell(name), *(square(squares, r, c) for c in range(len(squares.columns))))
        for r, name in enumerate(squares.rows)
    ]
    return Grid((Cell(""), *(Cell(name, PP_ALIGN.CENTER) for name in squares.columns)), tuple(rows))


def square(squares: Squares, row: int, column: int) -> Cell:
    text, fill = squares.cells.get((row, column), ("", ""))
    return Cell(text, PP_ALIGN.CENTER, fill)


def widths(shown: Grid, room: float) -> list[float]:
    """Inches of each column: what it asks for where all fit, else its words and a fair share."""
    columns = list(zip(shown.head, *shown.rows, strict=True))
    asked = [
        min(WIDEST, max(natural(cell.text, shown.size) for cell in column)) for column in columns
    ]
    if sum(asked) <= room:
        spare = (room - sum(asked)) / len(asked) if sum(asked) > room * 0.6 else 0
        return [wide + spare for wide in asked]
    least = [
        min(wide, 2.2, longest_word(column, shown.size))
        for wide, column in zip(asked, columns, strict=True)
    ]
    scale = max(0.0, room - sum(least)) / (sum(asked) - sum(least) or 1)
    shared = [low + (high - low) * scale for low, high in zip(least, asked, strict=True)]
    return [wide * min(1, room / sum(shared)) for wide in shared]


def readable(shown: Grid, room: float, height: float) -> Grid:
    """The same in the largest letters in which it stands on one page; else in the smallest."""
    for size in SIZES:
        larger = replace(shown, size=size)
        if len(pages(larger, widths(larger, room), height)) == 1:
            return larger
    return shown


def natural(text: str, size: int) -> float:
    return max(width(line, size, bold=True) for line in shown_text(text).split("\n")) / 72 + 2 * PAD


def longest_word(column: Sequence[Cell], size: int) -> float:
    words = [word for cell in column for word in shown_text(cell.text).split()]
    return max([width(word, size, bold=True) for word in words], default=0) / 72 + 2 * PAD


def shown_text(text: str) -> str:
    """A cell's text as it is read: addresses are shown in brief."""
    return ADDRESS.sub(lambda found: brief(found.group()), text)


def row_height(row: Sequence[Cell], wide: Sequence[float], size: int) -> float:
    """Inches that a row needs."""
    texts = zip(row, wide, strict=True)
    return (
        max(tall([shown_text(cell.text)], size, room - 2 * PAD) for cell, room in texts) + 2 * GAP
    )


def pages(shown: Grid, wide: Sequence[float], height: float) -> list[Grid]:
    """The grid cut into what fits into `height` inches each."""
    head = row_height(shown.head, wide, shown.size)
    found: list[list[tuple[Cell, ...]]] = [[]]
    left = height - head
    for row in shown.rows:
        need = row_height(row, wide, shown.size)
        if need > left and found[-1]:
            found.append([])
            left = height - head
        found[-1].append(row)
        left -= need
    return [replace(shown, rows=tuple(rows)) for rows in found]


def place(slide: Any, shown: Grid, box: Box, wide: Sequence[float], alt: str, look: Look) -> None:
    """One page of a grid as a native table."""
    size = len(shown.rows) + 1, len(shown.head)
    spot = map(Inches, (box.left, box.top, sum(wide), 0.4 * size[0]))
    frame = slide.shapes.add_table(*size, *spot)
    described(frame, alt)
    table = frame.table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    table.horz_banding = False
    for column, inches in zip(table.columns, wide, strict=True):
        column.width = Inches(inches)
    for line, row in enumerate((shown.head, *shown.rows)):
        table.rows[line].height = Inches(row_height(row, wide, shown.size))
        for place_of, one in enumerate(row):
            fill(table.cell(line, place_of), one, line == 0, shown.size, look)


def fill(shape: Any, one: Cell, head: bool, size: int, look: Look) -> None:
    """Write and rule one cell."""
    shape.margin_left = shape.margin_right = Inches(PAD)
    shape.margin_top = shape.margin_bottom = Inches(GAP)
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment = one.side
    if one.fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(one.fill)
    written(paragraph, one.text, head, size, look)
    ruled(shape, look.palette.quiet if head else look.palette.rule)


def written(paragraph: Any, text: str, head: bool, size: int, look: Look) -> None:
    """A cell's text, its addresses as links."""
    found, start = list(ADDRESS.finditer(text)), 0
    for match in found:
        run(paragraph, text[start : match.start()], head, size, look)
        run(paragraph, brief(match.group()), head, size, look, match.group())
        start = match.end()
    run(paragraph, text[start:], head, size, look)
    end = etree.SubElement(paragraph._p, qn("a:endParaRPr"), sz=str(Pt(size).centipoints))
    end.set("dirty", "0")


def run(paragraph: Any, text: str, head: bool, size: int, look: Look, address: str = "") -> None:
    if not text:
        return
    colour = look.palette.quiet if head else look.palette.ink
    piece = letters(paragraph, text, size, colour, head)
    if address:
        piece.hyperlink.address = address


def ruled(shape: Any, colour: str) -> None:
    """A thin line under a cell."""
    properties = shape._tc.get_or_add_tcPr()
    line = etree.Element(qn("a:lnB"), w=str(Pt(0.75)))
    properties.insert(0, line)
    paint = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(paint, qn("a:srgbClr")).set("val", colour[1:].upper())
