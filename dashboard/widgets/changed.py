"""What changed between a snapshot and the present record, in the reader's words."""

from typing import Any

import pandas as pd

from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import as_rows
from dashboard.widgets import holding, marks
from dashboard.widgets.edited import Edited, columns
from dashboard.widgets.evidence import Evidence
from dashboard.widgets.holdings import List, listed
from data.snapshots import Snapshot
from queries import changes, measures
from queries.changes import HEADLINE, Changes
from queries.edits import NOT_SHOWN
from queries.engines import Engine


def since(snapshot: Snapshot, engine: Engine, reading: Reading) -> list[List]:
    """What changed between a snapshot and the present record, for the reader's selection."""
    found = changes.since(snapshot, engine, reading.chosen)
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
    opens = {look.text("Now"): [f"measure={name}" for name in HEADLINE]}
    if marks.open_still(snapshot, reading):
        opens[day] = [f"measure={name};of=snapshot" for name in HEADLINE]
    sentence = look.text("Since {name}, frozen on {day}", name=snapshot.name, day=day)
    return listed(sentence, shown, note=holding.compared(snapshot, reading), opens=opens)


def signed(numbers: Any, look: Look) -> list[str]:
    return [look.language.signed(int(n)) for n in numbers]


def effects(found: Changes, reading: Reading) -> List:
    """Each change, and by how much it moved each headline figure; they add up to the difference."""
    look, rows, known = reading.look, found.rows, Evidence(reading)
    _, words, edited = look.text, kinds(look), Edited(found, reading)
    shown = pd.DataFrame(
        {
            _("Change"): [words[kind] for kind in rows["kind"]],
            _("Title"): [title_of(row, edited) for row in as_rows(rows)],
            _("Date"): ["" if row.kind == "hidden" else known.when(row) for row in as_rows(rows)],
            **{
                look.text(measures.load()[name].label): signed(rows[name], look)
                for name in HEADLINE
            },
        }
    )
    sentence = look.plural("{n} change", "{n} changes", len(rows))
    note = _("Applied one after the other, in this order; the effects add up to the difference.")
    return listed(sentence, shown, note=f"{note} {merging(found, look)}".strip())


def merging(found: Changes, look: Look) -> str:
    """The rule of queries/comparing.py, where it was applied; else empty."""
    if "merged" not in set(found.rows["kind"]):
        return ""
    return look.text(
        "Taken as merged: what went away, where exactly one other event or activity now bears its"
        " title, or took over its pages besides, on days that overlap and in no other place. The"
        " record itself does not say so."
    )


def title_of(row: Any, edited: Edited) -> str:
    """A row's name; of a hidden one nothing but that it is one."""
    if row.kind == "hidden":
        return edited.look.text(NOT_SHOWN)
    named = edited.look.name(row, "title")
    return f"{named} → {edited.title(row.into)}" if row.into else named


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
    look, rows, edited = reading.look, as_rows(found.edits), Edited(found, reading)
    named = columns(look)
    shown = pd.DataFrame(
        {
            look.text("Title"): [edited.title(row.event_id) for row in rows],
            look.text("Field"): [named[row.column] for row in rows],
            look.text("Before"): [edited.value(row.column, row.before) for row in rows],
            look.text("After"): [edited.value(row.column, row.after) for row in rows],
        }
    )
    return listed(look.plural("{n} edit", "{n} edits", len(rows)), shown)
