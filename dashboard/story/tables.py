"""The tables of screens without a chart: figures in words, and events with their evidence."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from dashboard.look import Look, unmarked
from dashboard.reading import Reading
from dashboard.rows import as_rows
from dashboard.story.plan import Planned
from dashboard.story.template import Value, filled
from queries import asking

LISTED = 500  # events of a screen; whoever wants more, opens them or the workbook


def figures(planned: Planned, values: Mapping[str, Value], look: Look) -> pd.DataFrame:
    """One row a figure of the story: what it counts, and the number."""
    said = [unmarked(filled(row.texts[look.language.code], values, look)) for row in planned.rows]
    counts = [values[row.figure].n for row in planned.rows]
    return pd.DataFrame({look.text("What is counted"): said, look.text("Number"): counts})


def marks(planned: Planned, values: Mapping[str, Value]) -> tuple[str, ...]:
    """The mark of each row of `figures`."""
    return tuple(values[row.figure].mark for row in planned.rows)


def events(answer: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """One row an event, latest first: date, title, place, evidence. answer: events."""
    look, rows = reading.look, as_rows(answer)
    hosts = pages(reading, tuple(map(str, answer["event_id"])))
    return pd.DataFrame(
        {
            look.text("Date"): [when(row, look) for row in rows],
            look.text("Event"): look.labels(answer, "title"),
            look.text("Place"): [place(row, reading) for row in rows],
            look.text("Evidence"): [hosts.get(str(row.event_id), "") for row in rows],
        }
    )


def when(row: Any, look: Look) -> str:
    first, last = asking.as_day(row.start_date), asking.as_day(row.end_date)
    return look.language.when(first, last, row.date_precision)


def place(row: Any, reading: Reading) -> str:
    """City and country, or why there is none."""
    look = reading.look
    parts = [look.name(row, "city"), look.name(row, "country")]
    there = [part for part in parts if part not in ("", "nan", "None")]
    return ", ".join(there) or regions(reading)[row.region]


def regions(reading: Reading) -> dict[str, str]:
    answer = reading.ask("events_by_region")
    return dict(zip(answer["region"], reading.look.labels(answer), strict=True))


def pages(reading: Reading, shown: tuple[str, ...]) -> dict[str, str]:
    """The sites that bear out each event, in words. shown: the ids of the events."""
    found: dict[str, dict[str, None]] = {}
    for row in addresses(reading, shown):
        found.setdefault(row.event_id, {})[site(str(row.url))] = None
    return {event: ", ".join(sites) for event, sites in found.items()}


def addresses(reading: Reading, shown: tuple[str, ...]) -> Iterator[Any]:
    """The answer of `urls` for these events, a row at a time; asked for some of them at a time."""
    for first in range(0, len(shown), LISTED):
        ids = asking.padded(shown[first : first + LISTED])
        yield from as_rows(reading.ask("urls", None, shown=ids, shown_count=1))


def site(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")
