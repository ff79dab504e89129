"""A pack as a presentation: a cover, a slide for each screen, the last pages."""

import io
from datetime import datetime, time
from typing import Any

import pandas as pd

from dashboard.exports.contents import Contents, left_out, writing
from dashboard.exports.legible import legible, stilled
from dashboard.exports.slides import page, screens, tables, theme
from dashboard.exports.slides.page import TEXT, Box
from dashboard.exports.slides.theme import EDGE, ROOM
from data.progress import Tell, silent

COVER = 44  # points of the cover's title


def pptx(contents: Contents, tell: Tell = silent) -> bytes:
    """The pack as a presentation. tell: is told of each step as it begins."""
    show = theme.blank(contents.look)
    cover(show, contents)
    for n, screen in enumerate(contents.screens, start=1):
        tell(writing(n, contents))
        screens.shown(show, screen, contents)
    tell(contents.look.text("Putting the file together"))
    if contents.nothing:
        title = contents.look.text("This selection leaves no screen to show")
        words = (title, banner(contents), contents.nothing)
        screens.tabled(show, words, tables.grid(left_out(contents), contents.look), [], contents)
    last_pages(show, contents)
    signed(show, contents)
    book = io.BytesIO()
    show.save(book)
    return stilled(book.getvalue(), contents.made_on)


def signed(show: Any, contents: Contents) -> None:
    """What the file says of itself."""
    said, made = show.core_properties, datetime.combine(contents.made_on, time())
    said.title = legible(f"{contents.title} – {contents.period}")
    said.author = said.last_modified_by = legible(contents.organisation)
    said.subject, said.comments, said.keywords = legible(contents.source), "", ""
    said.language, said.revision = contents.look.language.locale.replace("_", "-"), 1
    said.created = said.modified = said.last_printed = made


def cover(show: Any, contents: Contents) -> None:
    """Organisation, title and period, what is selected, when it was made."""
    look = contents.look
    slide = show.slides.add_slide(show.slide_layouts[0])
    page.plate(slide, Box(0, 0, 0.22, theme.HEIGHT), look.palette.accent)
    name = Box(EDGE, 0.8, ROOM, 0.5)
    page.write(slide, [contents.organisation], name, 24, look.palette.accent, bold=True)
    page.titled(slide, contents.title, Box(EDGE, 1.7, ROOM, 1), COVER)
    below = 1.7 + page.tall([contents.title], COVER, ROOM, bold=True) + 0.1
    page.write(slide, [contents.period], Box(EDGE, below, ROOM, 0.6), 26, look.palette.ink)
    under = below + page.tall([contents.period], 26, ROOM) + 0.5
    lines = [look.text("{name}: {text}", name=name, text=text) for name, text in contents.about]
    page.write(slide, lines, Box(EDGE, under, ROOM, 3), TEXT, look.palette.quiet)
    page.foot(slide, contents)
    left_out = [
        (look.text("Screen left out: {screen}", screen=one.heading), one.reason)
        for one in contents.skipped
    ]
    page.noted(slide, [*contents.about, *left_out], contents)


def banner(contents: Contents) -> str:
    return " · ".join((contents.period, contents.organisation))


def last_pages(show: Any, contents: Contents) -> None:
    """How everything is counted, where it comes from, what is not known."""
    _, look = contents.look.text, contents.look
    unknown = pd.DataFrame(contents.unknown, columns=["", _("What is not known")])
    for title, frame in (
        (_("How each figure is counted"), contents.definitions),
        (_("What is not known"), unknown),
        (_("How complete the record is, quarter by quarter"), contents.coverage),
        (_("Where the record comes from"), contents.sources),
    ):
        screens.tabled(show, (title, banner(contents), ""), tables.grid(frame, look), [], contents)
