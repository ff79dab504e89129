"""One selection put to a record, for one reader: what words and files are made from.

No Streamlit here, so that a screen, a file and the command line say the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import pandas as pd

from dashboard.look import Look
from dashboard.rows import Answer, first_row
from queries import asking
from queries.asking import Listed
from queries.audience import shown_on
from queries.engines import Engine
from queries.selection import Selection
from queries.today import today

Answers = Callable[[str, Mapping[str, object]], pd.DataFrame]
Made = TypeVar("Made")
Rest = ParamSpec("Rest")
MOST = 16  # things kept by the same answers
SHORT = 1000  # rows of an answer that is kept for a second question


def kept(
    make: Callable[Concatenate[Answers, Rest], Made],
) -> Callable[Concatenate[Answers, Rest], Made]:
    """Keep what is made from the same answers as long as these are there, and no longer."""
    found: WeakKeyDictionary[Answers, dict[object, Made]] = WeakKeyDictionary()

    @wraps(make)
    def made(answers: Answers, /, *rest: Rest.args, **named: Rest.kwargs) -> Made:
        held = found.setdefault(answers, {})
        if rest not in held:
            if len(held) >= MOST:
                held.clear()
            held[rest] = make(answers, *rest, **named)
        return held[rest]

    return made


@dataclass(frozen=True, eq=False)
class InColumns:
    """Answers that are given in plain columns too, which are made and read sooner than frames."""

    ask: Answers  # gives frames
    columns: Callable[[str, Mapping[str, object]], Answer]

    def __call__(self, name: str, values: Mapping[str, object]) -> pd.DataFrame:
        return self.ask(name, values)


@dataclass(frozen=True)
class Reading:
    """`answers` gives the answer of a question for its values; nobody changes it.

    day: on which a frozen record is read, so that it reads the same for ever; else today.
    """

    answers: Answers
    chosen: Selection
    look: Look
    day: date | None = None

    @cached_property
    def shown_on(self) -> date:
        """The value of `$shown_on` for this reader."""
        return shown_on(self.chosen.audience, self.day)

    def ask(self, name: str, chosen: Selection | None = None, **marks: object) -> pd.DataFrame:
        """The answer to question `name`, by default for the selection that is read.

        Whatever is asked for, a public reader is told no more. marks: mark_theme, mark_quarter,
        ...: the ids of the mark whose rows are asked for; most: how many rows of events.
        """
        wanted = self.narrowed(chosen or self.chosen)
        return self.answers(name, {**wanted.values(self.day), **marks})

    def listed(self, engine: Engine, name: str) -> Listed:
        """The answer to a question, however long, to be gone through once."""
        return asking.listed(engine, name, self.narrowed(self.chosen).values(self.day))

    def columns(self, name: str, chosen: Selection | None = None) -> Answer:
        """The same as plain columns, where they are at hand: rows.py reads both."""
        told = self.answers.columns if isinstance(self.answers, InColumns) else self.answers
        return told(name, self.narrowed(chosen or self.chosen).values(self.day))

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
        return record(self.answers, self.shown_on)

    def whole(self) -> tuple[date, date]:
        """First and last day of the record; today for an empty one."""
        row = self.record()
        if pd.isna(row.first_day):
            return self.day or today(), self.day or today()
        return asking.as_day(row.first_day), asking.as_day(row.last_day)

    def read_on(self) -> date | None:
        """The latest day on which a source was read; None for a record without sources."""
        day = self.record().retrieved
        return None if pd.isna(day) else asking.as_day(day)


@kept
def record(answers: Answers, day: date) -> Any:
    return first_row(answers("record", {"shown_on": day}))


def reading(engine: Engine, chosen: Selection, look: Look, day: date | None = None) -> Reading:
    """A reading that asks an engine, each question with a short answer once.

    day: of a frozen record, its own.
    """
    return Reading(partial(remembered, {}, engine), chosen, look, day)


def remembered(
    known: dict[tuple[object, ...], pd.DataFrame],
    engine: Engine,
    name: str,
    values: Mapping[str, object],
) -> pd.DataFrame:
    """The answer that is known, or else the engine's, known from now on if it is short."""
    key = (name, *values.items())
    if key in known:
        return known[key]
    answer = asking.ask(engine, name, values)
    if len(answer) <= SHORT:
        known[key] = answer
    return answer
