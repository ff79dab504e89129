"""Work that takes its time: a file of a card, a pack, a snapshot. The browser follows it."""

from typing import Any

from dashboard.look import Look
from dashboard.widgets import exporting, packing, snapshots


def under_way(look: Look) -> dict[str, Any]:
    """What was asked for in this run and has begun, and the words for what becomes of it."""
    _ = look.text
    return {
        "begun": exporting.begun() or packing.begun() or snapshots.begun(),
        "making": _("At work…"),
        "stop": _("Stop"),
        "stopping": _("Stopping…"),
        "stopped": _("Stopped: nothing was made."),
        "lost": _("What was made could not be fetched. Ask for it again."),
        "close": _("Close"),
    }
