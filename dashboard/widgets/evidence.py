"""One event or activity with its evidence: where its row comes from, and how well it is known."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard import discretion, wording
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import as_rows
from queries import asking

Row = dict[str, Any]


class Evidence:
    """Rows of events, activities or held, as the browser lists them, in a reader's words."""

    def __init__(self, reading: Reading, *shown: pd.DataFrame) -> None:
        """shown: the rows, in answers with an event_id and a start_date."""
        self.reading, self.look, self.shown = reading, reading.look, shown

    @cached_property
    def names(self) -> dict[tuple[str, str], str]:
        return wording.vocabulary(self.reading)

    @cached_property
    def pages(self) -> dict[str, list[str]]:
        """The pages that bear out each event and activity."""
        answer = self.reading.ask("urls", None, **only(self.shown))
        found: dict[str, list[str]] = {}
        for row in as_rows(answer):
            found.setdefault(row.event_id, []).append(row.url)
        return found

    @cached_property
    def sources(self) -> dict[str, Any]:
        return {row.source: row for row in as_rows(self.reading.ask("sources"))}

    def event(self, row: Any, parts: list[Row]) -> Row:
        """parts: its activities."""
        return {
            **self.activity(row),
            "sort": asking.as_day(row.start_date).isoformat(),
            "place": self.place(row),
            "format": self.names["format", row.format],
            "projects": self.called(row, "project"),
            "activities": parts,
        }

    def alone(self, row: Any) -> Row:
        """A row that stands by itself in a list, an activity or an event."""
        return {
            **self.activity(row),
            "sort": asking.as_day(row.start_date).isoformat(),
            "place": self.place(row),
            "projects": [],
            "activities": [],
        }

    def activity(self, row: Any) -> Row:
        """What events and activities have in common."""
        source = self.sources[row.source]
        return {
            "id": row.event_id,
            "title": self.look.name(row, "title"),
            "when": self.when(row),
            "role": self.names["role", row.role],
            "status": status(row.status, self.look),
            "discretion": discretion.label(row, self.look),
            "counted": bool(getattr(row, "counted", True)),
            "themes": self.called(row, "theme"),
            "partners": self.called(row, "partner"),
            "summary": written(self.look.name(row, "summary")),
            "notes": written(row.notes),
            "pages": self.pages.get(row.event_id, []),
            "recap": written(row.recap),
            "source": source.title,
            "publisher": source.publisher,
            "precision": precision(row.date_precision, self.look),
            "batch": self.batch(row, source),
        }

    def when(self, row: Any) -> str:
        first, last = asking.as_day(row.start_date), asking.as_day(row.end_date)
        return self.look.language.when(first, last, row.date_precision)

    def batch(self, row: Any, source: Any) -> str:
        """The file and line that brought the row in, and when its source was read."""
        return self.look.text(
            "{file}, line {line}, read on {day}",
            file=row.file,
            line=row.line,
            day=self.look.language.day(asking.as_day(source.retrieved)),
        )

    def called(self, row: Any, dimension: str) -> list[str]:
        """The names of what a row carries, sorted as the reader's language sorts."""
        ids = getattr(row, f"{dimension}s", "")
        found = [self.names[dimension, part] for part in ids.split(";") if part]
        return sorted(found, key=self.look.language.sorting)

    def place(self, row: Any) -> str:
        """City and country, or why there is none."""
        city, country = (written(self.look.name(row, name)) for name in ("city", "country"))
        parts = [part for part in (city, country) if part and part != "nan"]
        return ", ".join(parts) or self.names.get(("region", getattr(row, "region", "")), "")


def status(value: str, look: Look) -> str:
    """A label for a row that does not count at once; empty for a confirmed one."""
    _ = look.text
    return {"unconfirmed": _("unconfirmed"), "draft": _("draft")}.get(value, "")


def precision(value: str, look: Look) -> str:
    """How well the date is known."""
    _ = look.text
    return {
        "day": _("known to the day"),
        "month": _("known to the month"),
        "window": _("only a window of months is known"),
    }.get(value, _("unknown"))


def written(value: Any) -> str:
    return value if isinstance(value, str) else ""


def words(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "search": _("Search titles, partners, places"),
        "date": _("Date"),
        "title": _("Event"),
        "place": _("Place"),
        "themes": _("Themes"),
        "partners": _("Partners"),
        "projects": _("Projects"),
        "role": _("Role"),
        "format": _("Format"),
        "activities": _("Activities"),
        "summary": _("Summary"),
        "notes": _("Notes of the record"),
        "pages": _("Evidence"),
        "recap": _("Recap"),
        "source": _("Source"),
        "publisher": _("Publisher"),
        "precision": _("Date precision"),
        "batch": _("Brought in by"),
        "uncounted": _("does not carry what is selected"),
        "nothing": _("No event of that name"),
        "newtab": _("opens in a new tab"),
    }


def only(shown: Iterable[pd.DataFrame]) -> dict[str, Any]:
    """What the question `urls` is told of the rows that are shown."""
    ids = tuple(str(row) for answer in shown for row in answer["event_id"])
    found = {"shown": asking.padded(ids), "shown_count": 1}
    days = [asking.as_day(day) for answer in shown for day in answer["start_date"]]
    return {**found, "shown_first": min(days), "shown_last": max(days)} if days else found
