"""A pack as plain data for the template: every text is a value, none is ever read as markup."""

from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.charts.events_by_quarter import short
from dashboard.exports import drawn
from dashboard.exports.contents import Contents
from dashboard.exports.fonts import families
from dashboard.exports.legible import legible
from dashboard.exports.report import maps, plots
from dashboard.exports.report.plots import Plot
from dashboard.look import Look
from dashboard.rows import as_rows
from dashboard.story.screen import Screen
from dashboard.tabled import alternative
from dashboard.years import year_label

ROOM = 742.0  # points of width between the margins
MOST_ROWS = 400  # of one table
MOST_COLUMNS = 9  # of a table under a chart

Data = dict[str, Any]


def pages(contents: Contents) -> Data:
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
        "words": {
            "contents": _("Contents"),
            "unknown": _("What is not known"),
            "notes": _("Notes"),
        },
        "screens": [screen_page(screen) for screen in contents.screens],
        "left_out": [[one.heading, one.reason] for one in contents.skipped],
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


def screen_page(screen: Screen) -> Data:
    """One screen: its words, its plot, its figures as a table."""
    look, sentence = screen.reading.look, screen.sentence
    return {
        "heading": screen.heading,
        "sentence": sentence,
        "banner": screen.banner,
        "note": screen.note,
        "alt": alternative(sentence, screen.table, look),
        "foot": screen.foot,
        "notes": screen.notes,
        **middle(screen, look),
    }


def middle(screen: Screen, look: Look) -> Data:
    """What stands in the middle of a screen: a plot, a table, both, or why there is neither."""
    if screen.chart is None:
        return {"plot": None, "empty": "", "table": table(screen.table, look)}
    if screen.answer.empty or ("events" in screen.answer and not screen.answer["events"].any()):
        return {"plot": None, "empty": nothing(screen), "table": None}
    figure = screen.chart.draw(screen.answer, look)
    squares = drawn.squares(figure)
    if squares:
        return {"plot": None, "empty": "", "table": matrix(squares)}
    panels, whole = drawn.panels(figure), table(screen.table, look)
    written_out = len(panels) == 1 and panels[0].across and repeats(panels[0], screen.table)
    shown = None if written_out or len(whole["head"]) > MOST_COLUMNS else whole
    plot = plots.plot(panels, ROOM, quarters(screen), look) if panels else maps.world(figure, ROOM)
    return {"plot": marks(plot), "empty": "", "table": shown}


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


def quarters(screen: Screen) -> dict[str, tuple[str, str]]:
    """Each quarter's year and its own name, by its id."""
    look, known = screen.reading.look, wording.quarters(screen.reading)
    return {
        str(row.quarter): (year_label(str(row.year), look), short(look.name(row)))
        for row in as_rows(known)
    }


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
        "more": "",
    }
