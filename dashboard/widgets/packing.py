"""The board pack, one click away: the reader's selection as the public sees it."""

from typing import Any

from dashboard import packs, session
from dashboard.exports.making import WRITERS
from dashboard.look import Look
from dashboard.widgets import exporting


def begun() -> dict[str, str] | None:
    """The pack asked for in this run, for the browser to follow; None when none is."""
    ending = str(session.taken("pack") or "")
    if ending not in WRITERS:
        return None
    name = f"{exporting.name('board', session.reading())}.{ending}"
    return {"token": packs.start(session.reading(), ending, name), "name": name}


def offered(look: Look) -> dict[str, Any]:
    """What the menu of a page's heading offers, and the pack that was just begun."""
    _ = look.text
    return {
        "label": _("Board pack"),
        "about": _("Slides, paper or workbook of this selection, as the public sees it"),
        "making": _("Making the pack…"),
        "stop": _("Stop"),
        "stopped": _("Stopped: no pack was made."),
        "lost": _("The pack could not be fetched. Ask for it again."),
        "endings": list(WRITERS),
        "begun": begun(),
    }
