"""Snapshots: to freeze one, to open what was frozen, and what changed since."""

from typing import Any
from urllib.parse import urlencode

import pandas as pd

from dashboard import session
from dashboard.exports import frozen
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import as_rows
from dashboard.story import freezing
from dashboard.story.plan import StoryError, load
from dashboard.widgets import refused
from dashboard.widgets.evidence import Evidence
from dashboard.widgets.holdings import List, listed
from data import snapshots
from data.snapshots import Snapshot, SnapshotError
from queries import changes, measures
from queries.changes import HEADLINE, Changes

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
        "name": _("Name of the snapshot, such as board-2026-11"),
        "freeze": _("Freeze the present selection") if inside else "",
        "said": str(session.taken("answer") or ""),
        "rows": [kept(snapshot, look) for snapshot in found],
        "board": _("Board"),
        "pack": _("Board pack"),
        "since": _("What changed since"),
    }


def kept(snapshot: Snapshot, look: Look) -> dict[str, Any]:
    """One snapshot as the browser lists it."""
    code = look.language.code
    link = {**session.page_link(), "since": snapshot.name}
    return {
        "name": snapshot.name,
        "day": look.language.day(snapshot.day),
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


def since(snapshot: Snapshot, reading: Reading) -> list[List]:
    """What changed between a snapshot and the present record, for the reader's selection."""
    found = changes.since(snapshot, session.engine(), reading.chosen)
    return [headline(snapshot, found, reading), effects(found, reading), edits(found, reading)]


def headline(snapshot: Snapshot, found: Changes, reading: Reading) -> List:
    look, numbers = reading.look, found.headline
    day = look.language.day(snapshot.day)
    shown = pd.DataFrame(
        {
            look.text("Figure"): [look.text(measures.load()[name].label) for name in HEADLINE],
            day: list(numbers.loc["before", list(HEADLINE)]),
            look.text("Now"): list(numbers.loc["after", list(HEADLINE)]),
            look.text("Difference"): signed(numbers.loc["difference", list(HEADLINE)], look),
        }
    )
    opens = {
        day: [f"measure={name};of=snapshot" for name in HEADLINE],
        look.text("Now"): [f"measure={name}" for name in HEADLINE],
    }
    sentence = look.text("Since {name}, frozen on {day}", name=snapshot.name, day=day)
    return listed(sentence, shown, opens=opens)


def signed(numbers: Any, look: Look) -> list[str]:
    return [look.language.signed(int(n)) for n in numbers]


def effects(found: Changes, reading: Reading) -> List:
    """Each change, and by how much it moved each headline figure; they add up to the difference."""
    look, rows, known = reading.look, found.rows, Evidence(reading, ())
    _, words = look.text, kinds(look)
    shown = pd.DataFrame(
        {
            _("Change"): [words[kind] for kind in rows["kind"]],
            _("Title"): [title_of(row, look) for row in as_rows(rows)],
            _("Date"): ["" if row.kind == "hidden" else known.when(row) for row in as_rows(rows)],
            **{
                look.text(measures.load()[name].label): signed(rows[name], look)
                for name in HEADLINE
            },
        }
    )
    sentence = look.plural("{n} change", "{n} changes", len(rows))
    note = _("Applied one after the other, in this order; the effects add up to the difference.")
    return listed(sentence, shown, note=note)


def title_of(row: Any, look: Look) -> str:
    """A row's name; of a hidden one nothing but that it is one."""
    if row.kind == "hidden":
        return look.text("not shown")
    named = look.name(row, "title")
    return f"{named} → {row.into}" if row.into else named


def kinds(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "added": _("added"),
        "edited": _("edited"),
        "merged": _("merged"),
        "withdrawn": _("withdrawn"),
        "hidden": _("no longer shown"),
    }


def edits(found: Changes, reading: Reading) -> List:
    """Each edited column, before and after."""
    look, rows = reading.look, found.edits
    shown = pd.DataFrame(
        {
            look.text("Event"): rows["event_id"],
            look.text("Column"): rows["column"],
            look.text("Before"): list(map(changes.text, rows["before"])),
            look.text("After"): list(map(changes.text, rows["after"])),
        }
    )
    return listed(look.plural("{n} edit", "{n} edits", len(rows)), shown)
