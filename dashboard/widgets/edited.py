"""What was edited in a row: the column and its values, in the reader's words."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import as_rows
from dashboard.widgets import evidence
from queries import asking, edits
from queries.changes import Changes
from queries.edits import CARRIED, COLUMNS, NOT_SHOWN, ONE_OF

NOTHING = "—"


class Edited:
    """Columns, values and ids of what changed, as a reader calls them."""

    def __init__(self, found: Changes, reading: Reading) -> None:
        self.found, self.reading, self.look = found, reading, reading.look

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of all rows of the present record, and of those that changed."""
        now = as_rows(self.reading.ask("every_row"))
        changed = [row for row in as_rows(self.found.rows) if row.kind != "hidden"]
        return {row.event_id: self.look.name(row, "title") for row in (*changed, *now)}

    @cached_property
    def sources(self) -> dict[str, str]:
        return {row.source: row.title for row in as_rows(self.reading.ask("sources"))}

    @cached_property
    def names(self) -> dict[tuple[str, str], str]:
        return wording.vocabulary(self.reading)

    def title(self, event_id: str) -> str:
        return self.called(self.titles.get(event_id), event_id)

    def value(self, column: str, value: Any) -> str:
        """A value of a column of every_row."""
        if column == "shown_from":
            return shown(value, self.look)
        if blank(value):
            return NOTHING
        if column in CARRIED:
            ids = str(value).split(";")
            found = [self.called(self.names.get((CARRIED[column], id)), id) for id in ids]
            return ", ".join(sorted(found, key=self.look.language.sorting))
        said = self.saying.get(column)
        return said(value) if said else str(value)

    @cached_property
    def saying(self) -> dict[str, Callable[[Any], str]]:
        """How the values of a column are said, where the record's own words do not do."""
        look = self.look
        return {
            **{name: self.saying_one_of(dimension) for name, dimension in ONE_OF.items()},
            "start_date": lambda day: look.language.day(asking.as_day(day)),
            "end_date": lambda day: look.language.day(asking.as_day(day)),
            "date_precision": lambda kind: evidence.precision(kind, look),
            "status": lambda kind: evidence.status(kind, look) or look.text("confirmed"),
            "country_id": look.language.country,
            "parent_event_id": self.title,
            "source_id": lambda id: self.called(self.sources.get(id), id),
            "source_urls": lambda urls: urls.replace(";", " "),
        }

    def saying_one_of(self, dimension: str) -> Callable[[Any], str]:
        return lambda id: self.called(self.names.get((dimension, id)), id)

    def called(self, name: str | None, id: str) -> str:
        """A name; where the present record has none, the id."""
        return name or (self.look.text(NOT_SHOWN) if id == NOT_SHOWN else id)


def shown(value: Any, look: Look) -> str:
    """Who may see a row. value: the day from which the public may; empty for always."""
    phrase, day = edits.visibility(value)
    return look.text(phrase, day=day and look.language.day(day))


def blank(value: Any) -> bool:
    return value == "" or bool(pd.isna(value))


def columns(look: Look) -> dict[str, str]:
    """What each column of every_row is called."""
    return {column: look.text(name) for column, name in COLUMNS.items()}
