"""The board pack, one click away: the reader's selection as the public sees it."""

import base64
from typing import Any

from dashboard import session
from dashboard.exports.pack import WRITERS
from dashboard.exports.told import told
from dashboard.look import Look
from dashboard.widgets import exporting


def made() -> dict[str, str] | None:
    """The pack asked for in this run, for the browser to save; None when none is."""
    ending = session.take_pack()
    if ending not in WRITERS:
        return None
    write, kind = WRITERS[ending]
    content = write(told(session.reading()))
    return {
        "name": f"{exporting.name('board')}.{ending}",
        "type": kind,
        "content": base64.b64encode(content).decode(),
    }


def offered(look: Look) -> dict[str, Any]:
    """What the menu of a page's heading offers."""
    _ = look.text
    return {
        "label": _("Board pack"),
        "about": _("Slides, paper or workbook of this selection, as the public sees it"),
        "making": _("Making the pack…"),
        "endings": list(WRITERS),
    }
