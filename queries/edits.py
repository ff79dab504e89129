"""What was edited in a row, as it may be told to who reads: columns by name, no hidden id."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from queries import asking
from queries.comparing import Change, Edit
from queries.engines import Engine

NOT_SHOWN = "not shown"  # in the place of an id; like what follows, an English message id
COLUMNS = {
    "parent_event_id": "Part of the event",
    "title_en": "Title (English)",
    "title_fr": "Title (French)",
    "start_date": "First day",
    "end_date": "Last day",
    "date_precision": "Date precision",
    "city_en": "City (English)",
    "city_fr": "City (French)",
    "country_id": "Country",
    "subdivision": "Province or state",
    "region_id": "Region",
    "format_id": "Format",
    "role_id": "Role",
    "status": "Status",
    "themes": "Themes",
    "partners": "Partners",
    "projects": "Projects",
    "source_urls": "Evidence",
    "recap": "Recap",
    "summary_en": "Summary (English)",
    "summary_fr": "Summary (French)",
    "notes": "Notes of the record",
    "source_id": "Source",
    "shown_from": "Visibility",
}
VISIBLE = ("public", "internal", "embargoed until {day}")
CARRIED = {"themes": "theme", "partners": "partner", "projects": "project"}
ONE_OF = {"region_id": "region", "format_id": "format", "role_id": "role"}
Nameable = Mapping[str, frozenset[str]]


def nameable(engine: Engine, day: date, events: Iterable[str] = ()) -> Nameable:
    """The ids that each column of every_row may tell; a column that is not there may tell all.

    engine: of the present record, since what was public once may be hidden now. day: the value of
    `$shown_on`. events: the ids of the rows that the reader is told of.
    """
    if day == date.max:
        return {}
    words, sources = asking.known(engine, day), asking.ask(engine, "sources", {"shown_on": day})
    named = {column: words[dimension] for column, dimension in {**CARRIED, **ONE_OF}.items()}
    found = {**named, "source_id": sources["source"], "parent_event_id": events}
    return {column: frozenset(ids) for column, ids in found.items()}


def told(change: Change, may: Nameable) -> list[Edit]:
    """The columns that differ, each id that the reader may not know replaced."""
    return [
        Edit(edit.column, value(edit.column, edit.before, may), value(edit.column, edit.after, may))
        for edit in change.edits()
    ]


def value(column: str, held: object, may: Nameable) -> object:
    """A value of a column of every_row, as far as it may be told."""
    if not held or column not in may:
        return held
    return ";".join(id if id in may[column] else NOT_SHOWN for id in str(held).split(";"))


def sentence(edit: Edit) -> str:
    """ "Partners: inria;oecd → oecd", for a reader of ids."""
    before, after = (visible(edit.column, held) for held in (edit.before, edit.after))
    return f"{COLUMNS[edit.column]}: {before} → {after}"


def visible(column: str, held: object) -> str:
    if column == "shown_from":
        phrase, day = visibility(held)
        return phrase.format(day=day)
    return "—" if held in (None, "") else str(held)


def visibility(held: Any) -> tuple[str, date | None]:
    """Who may see a row, as one of VISIBLE, and until when it was kept. held: its `shown_from`."""
    if pd.isna(held):
        return VISIBLE[0], None
    day = asking.as_day(held)
    return (VISIBLE[1], None) if day == date.max else (VISIBLE[2], day)
