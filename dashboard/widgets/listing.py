"""Events as a list: what happened, in order, each row with its activities and its evidence."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.reading import Reading
from dashboard.rows import as_rows
from dashboard.unrecorded import nothing
from dashboard.widgets import evidence
from dashboard.widgets.evidence import Evidence
from queries.selection import HELD

MOST = 500  # events sent to the browser at once

Block = dict[str, Any]


def events(reading: Reading, mark: Mapping[str, str] | None = None, key: str = "events") -> Block:
    """The events of a reading, or those behind a mark (dimension -> id), as a block of a sheet."""
    marks = {f"mark_{name}": value for name, value in (mark or {}).items()}
    found, parts = (
        reading.ask(name, None, most=MOST, **marks) for name in ("events", "activities")
    )
    total = int(reading.ask("marked_count", None, **marks)["events"].iloc[0])
    return block(key, found, parts, reading, total)


def block(
    key: str, answer: pd.DataFrame, parts: pd.DataFrame, reading: Reading, total: int
) -> Block:
    """A list of events with their activities. answer: events; parts: activities; total: of all."""
    look, known, within = reading.look, Evidence(reading, ids(answer, parts)), by_event(parts)
    return {
        **empty_block(key, total, reading),
        "sentence": look.plural("{n} event", "{n} events", total),
        "rows": [
            known.event(row, [known.activity(part) for part in within[row.event_id]])
            for row in as_rows(answer.head(MOST))
        ],
    }


def activities(reading: Reading) -> Block:
    """The activities that count, as a block of a sheet."""
    answer = reading.ask("activities")
    counted = answer[answer["counted"].astype(bool)]
    known = Evidence(reading, ids(counted.head(MOST)))
    sentence = reading.look.plural("{n} activity", "{n} activities", len(counted))
    return {
        **empty_block("activities", len(counted), reading),
        "sentence": sentence,
        "rows": [known.alone(row) for row in as_rows(counted.head(MOST))],
    }


def held(mark: Mapping[str, str], reading: Reading) -> Block:
    """Rows of the record, counted or not, as a block of a sheet. mark: as the question held has."""
    given = {
        f"mark_{name}": value
        for name, value in mark.items()
        if name in (*HELD, "region", "quarter")
    }
    answer = reading.ask("held", None, **given)
    known = Evidence(reading, ids(answer.head(MOST)))
    return {
        **empty_block("held", len(answer), reading),
        "sentence": reading.look.plural("{n} row", "{n} rows", len(answer)),
        "rows": [known.alone(row) for row in as_rows(answer.head(MOST))],
    }


def empty_block(key: str, n: int, reading: Reading) -> Block:
    return {
        "kind": "events",
        "key": key,
        "span": 12,
        "hidden": hidden(n, reading),
        "empty": "" if n else nothing(reading),
        "words": evidence.words(reading.look),
    }


def hidden(total: int, reading: Reading) -> str:
    """What is said where not all rows are listed."""
    if total <= MOST:
        return ""
    look = reading.look
    return look.text(
        "The latest {shown} of {total} are listed. Narrow the period or filter to see others.",
        shown=look.number(MOST),
        total=look.number(total),
    )


def ids(*answers: pd.DataFrame) -> tuple[str, ...]:
    """The rows whose evidence is shown."""
    return tuple(str(row) for answer in answers for row in answer["event_id"])


def by_event(parts: pd.DataFrame) -> dict[str, list[Any]]:
    """Activities by the event they belong to; empty for an event without any."""
    within: dict[str, list[Any]] = defaultdict(list)
    for part in as_rows(parts):
        within[str(part.parent_event_id)].append(part)
    return within
