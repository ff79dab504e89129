"""A screen as slides: its charts on one, or its table over several."""

from collections.abc import Sequence
from typing import Any

from pandas.api.types import is_numeric_dtype

from dashboard import wording
from dashboard.exports import drawn
from dashboard.exports.contents import Contents
from dashboard.exports.slides import charts, figures, page, tables, theme
from dashboard.exports.slides.page import SMALL, TEXT, Box
from dashboard.exports.slides.tables import Grid
from dashboard.exports.slides.theme import EDGE, ROOM
from dashboard.exports.spoken import quarters
from dashboard.rows import as_rows
from dashboard.story.screen import Screen
from dashboard.tabled import alternative

MOST_SLIDES = 12  # of one table
MOST_BARS = 32  # of a chart made from a table


def shown(show: Any, screen: Screen, contents: Contents) -> None:
    """All slides of a screen, with their notes."""
    for slide in slides(show, screen, contents):
        page.noted(slide, (*screen.cues, *screen.notes), contents)


def slides(show: Any, screen: Screen, contents: Contents) -> list[Any]:
    if screen.marks and figures.few(screen.table):
        return [counted(show, screen, contents)]
    if screen.chart is None:
        return listed(show, screen, tables.grid(screen.table, screen.reading.look), contents)
    if empty(screen):
        return [nothing(show, screen, contents)]
    figure = screen.chart.draw(screen.answer, screen.reading.look)
    squares = drawn.squares(figure)
    if squares:
        return listed(show, screen, tables.matrix(squares), contents)
    bars = drawn.panels(figure) or ranked(screen)
    if bars:
        return [charted(show, screen, bars, contents)]
    return listed(show, screen, tables.grid(screen.table, screen.reading.look), contents)


def empty(screen: Screen) -> bool:
    """Whether a chart would show nothing."""
    answer = screen.answer
    return answer.empty or ("events" in answer and not answer["events"].any())


def ranked(screen: Screen) -> list[drawn.Panel]:
    """What a map shows as bars, if they are few: names and numbers of its table."""
    table, look = screen.table, screen.reading.look
    if len(table.columns) != 2 or len(table) > MOST_BARS:
        return []
    accent = look.palette.accent
    bars = tuple(
        drawn.Bar(str(name), "", int(value), look.number(value), accent, accent, "")
        for name, value in as_rows(table)
    )
    return [drawn.Panel("", "", True, bars, (), 1.12 * max(bar.value for bar in bars))]


def head(screen: Screen) -> tuple[str, str, str]:
    """Title, the line over it, the line under it."""
    return screen.sentence, screen.banner, screen.note


def nothing(show: Any, screen: Screen, contents: Contents) -> Any:
    """A screen without a single event says so."""
    look, held = screen.reading.look, wording.coverage(screen.reading)
    slide = page.added(show, contents, *head(screen))
    said = [
        look.text("There is nothing to draw: no event of the record matches this selection."),
        look.text("{name}: {text}", name=look.text("Coverage"), text=held),
    ]
    page.write(slide, said, Box(EDGE, 2.6, ROOM, 2), TEXT, look.palette.ink)
    return slide


def counted(show: Any, screen: Screen, contents: Contents) -> Any:
    """The story's own figures, large."""
    slide = page.added(show, contents, *head(screen))
    top, bottom = body(screen.sentence, screen.note, screen.foot, contents)
    box = Box(EDGE, top + 0.1, ROOM, bottom - top - 0.2)
    figures.draw(slide, screen.table, box, screen.reading.look)
    footed(slide, screen.foot, bottom, contents)
    return slide


def charted(show: Any, screen: Screen, bars: Sequence[drawn.Panel], contents: Contents) -> Any:
    look, title = screen.reading.look, screen.sentence
    slide = page.added(show, contents, *head(screen))
    top, bottom = body(title, screen.note, screen.foot, contents)
    box = Box(EDGE, top, ROOM, bottom - top)
    alt = alternative(title, screen.table, look)
    charts.draw(slide, bars, box, unit(screen, len(bars)), alt, quarters(screen), look)
    footed(slide, screen.foot, bottom, contents)
    return slide


def unit(screen: Screen, plots: int) -> str:
    """What the numbers of a chart are: what it says of them, else the heading of the table's first
    column of numbers. Small plots have a table with a column for each quarter.
    """
    look, table = screen.reading.look, screen.table
    if screen.chart and hasattr(screen.chart, "unit"):
        return str(screen.chart.unit(screen.answer, look))
    numbers = [name for name in table.columns[1:] if is_numeric_dtype(table[name])]
    return look.text("Events") if plots > 1 or not numbers else str(numbers[0])


def body(title: str, note: str, foot: Sequence[str], contents: Contents) -> tuple[float, float]:
    """Where the middle of a slide begins and ends, in inches from the top."""
    under = page.tall([note], TEXT, ROOM) + 0.19 if note else 0.1
    top = theme.TITLE_TOP + page.title_height(title) + under
    return top, page.foot_top(contents) - 0.12 - page.tall(foot, SMALL, ROOM)


def footed(slide: Any, foot: Sequence[str], top: float, contents: Contents) -> None:
    """Coverage and unknowns, under the chart."""
    quiet = contents.look.palette.quiet
    if foot:
        page.write(slide, foot, Box(EDGE, top + 0.04, ROOM, 0.3), SMALL, quiet)


def listed(show: Any, screen: Screen, whole: Grid, contents: Contents) -> list[Any]:
    return tabled(show, head(screen), whole, screen.foot, contents)


def tabled(
    show: Any, words: tuple[str, str, str], whole: Grid, foot: Sequence[str], contents: Contents
) -> list[Any]:
    """A table over as many slides as it needs, up to a limit; the rest is counted.

    words: title, the line over it, the line under it.
    """
    title, banner, note = words
    top, bottom = body(f"{title} (10/10)", note, [*foot, ""], contents)
    whole = tables.readable(whole, ROOM, bottom - top)
    wide = tables.widths(whole, ROOM)
    parts = tables.pages(whole, wide, bottom - top)
    rest = sum(len(part.rows) for part in parts[MOST_SLIDES:])
    parts, found = parts[:MOST_SLIDES], []
    for n, part in enumerate(parts, start=1):
        turned = f"{title}\u00a0({n}/{len(parts)})" if len(parts) > 1 else title
        slide = page.added(show, contents, turned, banner, note)
        place = Box(EDGE, top, ROOM, 0)
        tables.place(slide, part, place, wide, spoken(turned, part, contents), contents.look)
        more = [left_over(rest, contents)] if rest and n == len(parts) else []
        footed(slide, [*foot, *more], bottom, contents)
        found.append(slide)
    return found


def left_over(rest: int, contents: Contents) -> str:
    return contents.look.plural(
        "{n} more row stands in the workbook.", "{n} more rows stand in the workbook.", rest
    )


def spoken(title: str, part: Grid, contents: Contents) -> str:
    """A table in words: its title and its headings; a screen reader reads the cells themselves."""
    heads = ", ".join(cell.text for cell in part.head if cell.text)
    return contents.look.text("{name}: {text}", name=title, text=heads)
