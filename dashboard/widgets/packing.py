"""The board pack, one click away: the reader's selection as the public sees it."""

from typing import Any

from dashboard import jobs, session
from dashboard.exports.making import WRITERS, Stoppable, made
from dashboard.jobs import Refused
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.story.plan import StoryError
from dashboard.widgets import exporting


def begun() -> dict[str, str] | None:
    """The pack asked for in this run, under way; None when none is."""
    ending = str(session.taken("pack") or "")
    if ending not in WRITERS:
        return None
    reading = session.reading()
    failed = reading.look.text("The pack could not be made; the log says why.")
    name = f"{exporting.name('board', reading)}.{ending}"
    return jobs.start(lambda tell: pack(reading, ending, tell), name, WRITERS[ending][1], failed)


def pack(reading: Reading, ending: str, tell: Stoppable) -> bytes:
    """Raises Refused."""
    try:
        return made(reading, ending, tell)
    except StoryError as problem:
        raise Refused(problem.said(reading.look.language)) from problem


def offered(look: Look) -> dict[str, Any]:
    """What the menu of a page's heading offers."""
    _ = look.text
    return {
        "label": _("Board pack"),
        "about": _("Slides, paper or workbook of this selection, as the public sees it"),
        "endings": list(WRITERS),
        "wait": _("Another file is being made."),
    }
