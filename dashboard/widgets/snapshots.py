"""Snapshots: to freeze one, to open what was frozen, and the way to what changed since."""

from typing import Any
from urllib.parse import urlencode

from dashboard import session
from dashboard.exports import frozen
from dashboard.reading import Reading
from dashboard.story import freezing
from dashboard.story.plan import StoryError, load
from dashboard.widgets import holding, refused
from data import snapshots
from data.snapshots import Snapshot, SnapshotError

Block = dict[str, Any]


def shelf(reading: Reading) -> Block:
    """The snapshots there are, and the form that makes one; that only for those inside."""
    look, inside = reading.look, reading.chosen.audience == "internal"
    _, found = look.text, snapshots.every()
    return {
        "kind": "shelf",
        "key": "shelf",
        "sentence": look.plural("{n} snapshot", "{n} snapshots", len(found)),
        "note": _(
            "A snapshot keeps the record, the story, the board and its pack as they are; they open"
            " unchanged for ever, also what is hidden later."
        ),
        "name": _("Name of the snapshot"),
        "example": _("Name, such as board-2026-11"),
        "freeze": _("Freeze the present selection") if inside else "",
        "said": str(session.taken("answer") or ""),
        "rows": [kept(snapshot, reading) for snapshot in found],
        "board": _("Board"),
        "pack": _("Board pack"),
        "since": _("What changed since"),
    }


def kept(snapshot: Snapshot, reading: Reading) -> dict[str, Any]:
    """One snapshot as the browser lists it, with what it selects and for whom."""
    look, code = reading.look, reading.look.language.code
    own = holding.own(snapshot, reading)
    link = {"lang": code, **own.link(), "audience": own.audience, "since": snapshot.name}
    return {
        "name": snapshot.name,
        "day": look.language.day(snapshot.day),
        "holds": holding.said(own, reading),
        "version": look.text("version {version}", version=snapshot.version),
        "board": "board?" + urlencode({"lang": code, "snapshot": snapshot.name}),
        "has_board": bool(snapshot.names()),
        "packs": [
            {"ending": ending.upper(), "href": f"frozen/{snapshot.name}/{file}"}
            for ending, file in frozen.kept(snapshot, code).items()
        ],
        "since": "snapshots?" + urlencode(link, safe=","),
    }


def freeze(name: str) -> None:
    """Freeze the reader's selection; what came of it is said on the page."""
    look = session.look()
    if session.audience() != "internal":
        return
    try:
        made = freezing.freeze(name.strip(), session.now(), load(), session.reading(), frozen.packs)
    except (SnapshotError, StoryError, OSError) as problem:
        session.leave("answer", refused.said(problem, look))
    else:
        session.leave("answer", look.text("Frozen as {name}.", name=made.name))
