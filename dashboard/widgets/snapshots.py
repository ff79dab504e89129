"""Snapshots: to freeze one, to open what was frozen, and the way to what changed since."""

from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from dashboard import jobs, session
from dashboard.exports import frozen
from dashboard.exports.making import Stoppable
from dashboard.jobs import Refused
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


def begun() -> dict[str, str] | None:
    """The snapshot asked for in this run, under way; None when none is, and for the public."""
    name = str(session.taken("snapshot") or "").strip()
    if not name or session.audience() != "internal":
        return None
    reading, day = session.reading(), session.now()
    failed = reading.look.text("The snapshot could not be made; the log says why.")
    return jobs.start(lambda tell: freeze(name, day, reading, tell), name, "", failed)


def freeze(name: str, day: date, reading: Reading, tell: Stoppable) -> str:
    """Freeze a reader's selection; says so. Raises Refused."""
    look = reading.look
    packs = partial(frozen.packs, tell=tell)
    try:
        made = freezing.freeze(name, day, load(), reading, packs, tell)
    except (SnapshotError, StoryError, OSError) as problem:
        raise Refused(refused.said(problem, look)) from problem
    return look.text("Frozen as {name}.", name=made.name)
