"""One selection put to a record, for one reader: what words and files are made from.

No Streamlit here, so that a screen, a file and the command line say the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import Any

import pandas as pd

from dashboard.look import Look
from queries import asking
from queries.audience import shown_on
from queries.engines import Engine
from queries.selection import Selection
from queries.today import today

Answers = Callable[[str, Mapping[str, object]], pd.DataFrame]


@dataclass(frozen=True)
class Reading:
    """`answers` gives the answer of a question for its values; nobody changes it."""

    answers: Answers
    chosen: Selection
    look: Look

    def ask(self, name: str, chosen: Selection | None = None, **marks: str) -> pd.DataFrame:
        """The answer to question `name`, by default for the selection that is read.

        Whatever is asked for, a public reader is told no more. marks: mark_theme, mark_quarter,
        ...: the ids of the mark whose rows are asked for.
        """
        wanted = self.narrowed(chosen or self.chosen)
        return self.answers(name, {**wanted.values(), **marks})

    def narrowed(self, chosen: Selection) -> Selection:
        """A selection, for the public if this reader is."""
        if self.chosen.audience == "public":
            return replace(chosen, audience="public")
        return chosen

    def of(self, chosen: Selection) -> "Reading":
        """The same reader and record with another selection."""
        return replace(self, chosen=self.narrowed(chosen))

    def during(self, first_day: date, last_day: date) -> "Reading":
        """The same with another period."""
        return self.of(replace(self.chosen, first_day=first_day, last_day=last_day))

    def record(self) -> Any:
        """The one row of the question `record`."""
        return record(self.answers, shown_on(self.chosen.audience))

    def whole(self) -> tuple[date, date]:
        """First and last day of the record; today for an empty one."""
        row = self.record()
        if pd.isna(row.first_day):
            return today(), today()
        return asking.as_day(row.first_day), asking.as_day(row.last_day)

    def read_on(self) -> date | None:
        """The latest day on which a source was read; None for a record without sources."""
        day = self.record().retrieved
        return None if pd.isna(day) else asking.as_day(day)


@lru_cache(maxsize=4)
def record(answers: Answers, day: date) -> Any:
    return next(answers("record", {"shown_on": day}).itertuples())


def reading(engine: Engine, chosen: Selection, look: Look) -> Reading:
    """A reading that asks an engine, without a memory."""
    return Reading(partial(asking.ask, engine), chosen, look)
