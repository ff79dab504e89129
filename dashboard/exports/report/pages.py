"""A pack as plain data for the template: every text is a value, none is ever read as markup."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.exports import drawn
from dashboard.exports.contents import Contents, writing
from dashboard.exports.fonts import families, width
from dashboard.exports.legible import legible
from dashboard.exports.report import maps, plots
from dashboard.exports.report.plots import Plot
from dashboard.exports.spoken import quarters, small_plots
from dashboard.look import Look
from dashboard.rows import as_rows
from dashboard.story.screen import Screen
from dashboard.tabled import alternative
from data.progress import Tell, silent

ROOM = 742.0  # points of width between the margins
MOST_ROWS = 400  # of one table
MOST_COLUMNS = 9  # of a table under a chart
MOST_FIGURES = 8  # of a story's own table, drawn large
IN_A_ROW, LARGE = 5, 66.0  # figures; points of their numbers
LONG = 1200  # letters of a cell, from which its row may run over a page

Data = dict[str, Any]


def pages(contents: Contents, tell: Tell = silent) -> Data:
    """Everything that the template sets."""
    _, look = contents.look.text, contents.look
    return {
        "fonts": families(),
        "language": look.language.locale.split("_"),
        "palette": {
            name: colour for name, colour in vars(look.palette).items() if name != "themes"
        },
        "title": contents.title,
        "organisation": contents.organisation,
        "period": contents.period,
        "about": contents.about,
        "made_on": [contents.made_on.year, contents.made_on.month, contents.made_on.day],
        "words": words(look),
        "screens": list(screen_pages(contents, tell)),
        "left_out": [[one.heading, one.reason] for one in contents.skipped],
        "nothing": contents.nothing,
        "last": [
            {"title": _("How each figure is counted"), "table": table(contents.definitions, look)},
            {
                "title": _("How complete the record is, quarter by quarter"),
                "table": table(contents.coverage, look),
            },
            {"title": _("Where the record comes from"), "table": table(contents.sources, look)},
        ],
        "unknown": contents.unknown,
        "source": contents.source,
        "not_shown": contents.not_shown,
    }


def words(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "contents": _("Contents"),
        "unknown": _("What is not known"),
        "notes": _("Notes"),
        "empty": _("This selection leaves no screen to show"),
        "continued": _("{title} (continued)", title="{title}"),
    }


def screen_pages(contents: Contents, tell: Tell) -> Iterator[Data]:
    for n, screen in enumerate(contents.screens, start=1):
        tell(writing(n, contents))
        yield screen_page(screen)


def screen_page(screen: Screen) -> Data:
    """One screen: its words, its plot, its figures, large or as a table."""
    look, sentence = screen.reading.look, screen.sentence
    return {
        "heading": screen.heading,
        "sentence": sentence,
        "banner": screen.banner,
        "note": screen.note,
        "foot": screen.foot,
        "notes": screen.notes,
        **{"plot": None, "alt": "", "empty": "", "figures": [], "size": 0, "table": None},
        **middle(screen, look),
    }


def middle(screen: Screen, look: Look) -> Data:
    """What stands in the middle of a screen: a plot, a table, both, or why there is neither."""
    if screen.marks and len(screen.table) <= MOST_FIGURES:
        few = large(screen.table, look)
        return {"figures": few, "size": fitting([number for number, _ in few])}
    if screen.chart is None:
        return {"table": table(screen.table, look)}
    if screen.answer.empty or ("events" in screen.answer and not screen.answer["events"].any()):
        return {"empty": nothing(screen)}
    figure = screen.chart.draw(screen.answer, look)
    squares = drawn.squares(figure)
    if squares:
        return {"table": matrix(squares)}
    panels, whole = drawn.panels(figure), table(screen.table, look)
    alt = alternative(screen.sentence, screen.table, look)
    if len(panels) > 1:
        alt = small_plots(screen.sentence, panels, quarters(screen), look)
    written_out = len(panels) == 1 and panels[0].across and repeats(panels[0], screen.table)
    shown = None if written_out or len(whole["head"]) > MOST_COLUMNS else whole
    plot = plots.plot(panels, ROOM, quarters(screen), look) if panels else maps.world(figure, ROOM)
    return {"plot": marks(plot), "table": shown, "alt": alt}


def large(shown: pd.DataFrame, look: Look) -> list[tuple[str, str]]:
    """Each figure of a table of the story's own, with what it counts."""
    return [(look.number(n), str(words)) for words, n in as_rows(shown)]


def fitting(numbers: Sequence[str]) -> float:
    """The letters, in points, in which each number fits into its column."""
    across = len(numbers) if len(numbers) <= IN_A_ROW else 4
    longest = max(width(number, 1, bold=True) for number in numbers)
    return min(LARGE, (ROOM / across - 40) / longest)


def repeats(panel: drawn.Panel, shown: pd.DataFrame) -> bool:
    """Whether a table says nothing that is not written at the bars."""
    names = [bar.name for bar in panel.bars]
    return len(shown.columns) == 2 and names == list(shown.iloc[:, 0])


def nothing(screen: Screen) -> str:
    look = screen.reading.look
    return " ".join(
        (
            look.text("There is nothing to draw: no event of the record matches this selection."),
            look.text(
                "{name}: {text}", name=look.text("Coverage"), text=wording.coverage(screen.reading)
            ),
        )
    )


def marks(plot: Plot) -> Data:
    return {"width": plot.width, "height": plot.height, "marks": plot.marks, "clip": plot.clip}


def table(frame: pd.DataFrame, look: Look) -> Data:
    """A table's headings, which columns hold numbers, its first rows, how many more there are."""
    numeric = [pd.api.types.is_numeric_dtype(frame[name]) for name in frame]
    rest = max(0, len(frame) - MOST_ROWS)
    return {
        "head": list(map(legible, frame.columns)),
        "numeric": numeric,
        "rows": [
            [written(value, number, look) for value, number in zip(row, numeric, strict=True)]
            for row in as_rows(frame.head(MOST_ROWS))
        ],
        "fills": [],
        "whole": all(len(str(value)) < LONG for row in frame.values for value in row),
        "more": look.plural(
            "{n} more row stands in the workbook.", "{n} more rows stand in the workbook.", rest
        )
        if rest
        else "",
    }


def written(value: Any, number: bool, look: Look) -> str:
    if number:
        return "" if pd.isna(value) else look.number(value)
    return legible(value)


def matrix(squares: drawn.Squares) -> Data:
    """A matrix of squares as a table whose cells are as dark as the squares."""
    places = [
        [squares.cells.get((r, c), ("", "")) for c in range(len(squares.columns))]
        for r in range(len(squares.rows))
    ]
    return {
        "head": ["", *squares.columns],
        "numeric": [False, *[True] * len(squares.columns)],
        "rows": [
            [name, *(text for text, _ in row)]
            for name, row in zip(squares.rows, places, strict=True)
        ],
        "fills": [["", *(fill for _, fill in row)] for row in places],
        "whole": True,
        "more": "",
    }
