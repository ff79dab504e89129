"""Events as a list: what happened, in order, each row with its activities and its evidence."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.reading import Reading
from dashboard.rows import as_rows, first_row
from dashboard.unrecorded import nothing
from dashboard.widgets import evidence
from dashboard.widgets.evidence import Evidence
from queries.selection import HELD

AT_FIRST, MORE, MOST = 60, 5, 2500  # rows sent to the browser; times as many, up to the most
ON_PAGE = 500  # and where the list is the page itself

Block = dict[str, Any]


def events(reading: Reading, most: int, mark: Mapping[str, str] | None = None) -> Block:
    """The events of a reading, or those behind a mark (dimension -> id), as a block of a sheet."""
    marks = {f"mark_{name}": value for name, value in (mark or {}).items()}
    found, parts = (
        reading.ask(name, None, most=most, **marks) for name in ("events", "activities")
    )
    total = len(found)
    if total == most:
        total = int(reading.ask("marked_count", None, **marks)["events"].iloc[0])
    return block(found, parts, reading, total, most)


def block(
    answer: pd.DataFrame, parts: pd.DataFrame, reading: Reading, total: int, most: int
) -> Block:
    """A list of events with their activities. answer: events; parts: activities; total: of all."""
    look, known, within = reading.look, Evidence(reading, answer, parts), by_event(parts)
    return {
        **empty_block("events", total, reading, most),
        "sentence": look.plural("{n} event", "{n} events", total),
        "rows": [
            known.event(row, [known.activity(part) for part in within[row.event_id]])
            for row in as_rows(answer.head(most))
        ],
    }


def activities(reading: Reading, most: int) -> Block:
    """The activities that count, as a block of a sheet; of many events, those of the latest."""
    answer = reading.ask("activities", None, most=MOST)
    counted = answer[answer["counted"].astype(bool)]
    shown = counted.sort_values("start_date", ascending=False, kind="stable").head(most)
    known, total = Evidence(reading, shown), int(first_row(reading.ask("headline")).activities)
    return {
        **empty_block("activities", total, reading, len(shown)),
        "more": more(len(counted), reading, most),
        "sentence": reading.look.plural("{n} activity", "{n} activities", total),
        "rows": [known.alone(row) for row in as_rows(shown)],
    }


def held(mark: Mapping[str, str], reading: Reading, most: int) -> Block:
    """Rows of the record, counted or not, as a block of a sheet. mark: as the question held has."""
    given = {
        f"mark_{name}": value
        for name, value in mark.items()
        if name in (*HELD, "region", "quarter")
    }
    answer = reading.ask("held", None, most=most, **given)
    total, known = len(answer), Evidence(reading, answer)
    if total == most:
        total = int(reading.ask("held_count", None, **given)["held"].iloc[0])
    return {
        **empty_block("held", total, reading, most),
        "sentence": reading.look.plural("{n} row", "{n} rows", total),
        "rows": [known.alone(row) for row in as_rows(answer)],
    }


def empty_block(key: str, n: int, reading: Reading, most: int) -> Block:
    return {
        "kind": "events",
        "key": key,
        "span": 12,
        "hidden": hidden(n, reading, most),
        "more": more(n, reading, most),
        "empty": "" if n else nothing(reading),
        "words": evidence.words(reading.look),
        "searched": searched(n, reading, most),
    }


def hidden(total: int, reading: Reading, most: int) -> str:
    """What is said where not all rows are listed."""
    if total <= most:
        return ""
    look = reading.look
    return look.text(
        "The latest {shown} of {total} are listed. Narrow the period or filter to see others.",
        shown=look.number(most),
        total=look.number(total),
    )


def searched(total: int, reading: Reading, most: int) -> str:
    """What is said of a search where not all rows are listed; {found} is how many were found."""
    if total <= most:
        return ""
    return reading.look.text(
        "{found} found among the latest {n}; the others were not searched.",
        found="{found}",
        n=reading.look.number(most),
    )


def wanted(most: str) -> int:
    """How many rows a mark asks for; a word that is no number asks for as many as at first."""
    return min(MOST, max(AT_FIRST, int(most))) if most.isdecimal() else AT_FIRST


def more(total: int, reading: Reading, most: int) -> dict[str, Any] | None:
    """The button that lists more of the rows that are open: its words, and how many then."""
    then = min(total, most * MORE, MOST)
    if then <= most:
        return None
    look = reading.look
    label = look.plural("List {n} more", "List {n} more", then - most)
    return {"label": label, "most": then}


def by_event(parts: pd.DataFrame) -> dict[str, list[Any]]:
    """Activities by the event they belong to; empty for an event without any."""
    within: dict[str, list[Any]] = defaultdict(list)
    for part in as_rows(parts):
        within[str(part.parent_event_id)].append(part)
    return within
