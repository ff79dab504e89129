"""Ask a question of an engine and carry the answer to pandas."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import pandas as pd
import pyarrow as pa

from data import warehouse
from queries import engines, memory, questions, selection
from queries.audience import shown_on
from queries.engines import Engine
from queries.memory.words import Counted
from queries.selection import Problem, Selection
from queries.today import today

AT_ONCE = 10_000  # rows
pd.set_option("mode.string_storage", "python")  # answers are small, and read row by row


def engine_url() -> str:
    """OUTREACH_ENGINE, or the newest warehouse. Raises data.warehouse.NoWarehouse."""
    return os.environ.get("OUTREACH_ENGINE") or url_of(warehouse.latest())


def url_of(file: Path) -> str:
    return f"duckdb://{file.resolve().as_uri().removeprefix('file://')}"


def connect() -> Engine:
    """The engine in force."""
    return engines.connect(engine_url())


def ask(engine: Engine, name: str, values: Mapping[str, object]) -> pd.DataFrame:
    """The answer of question `name`; columns as in its file. Values it does not name are unused.

    Counted in memory where that gives the same answer sooner.
    """
    return framed(counted(engine, name, values))


def counted(engine: Engine, name: str, values: Mapping[str, object]) -> Counted | pd.DataFrame:
    """The same as it was counted in memory, or as the engine gives it."""
    questions.question(name)
    found = memory.answer(engine, name, values)
    return plain(engine, name, values) if found is None else found


def framed(answer: Counted | pd.DataFrame) -> pd.DataFrame:
    """An answer as a frame."""
    return answer.frame if isinstance(answer, Counted) else answer


@dataclass(frozen=True)
class Listed:
    """An answer that is gone through once. rows: how many; shape: of its columns; pieces: at least
    one, none of them long.
    """

    rows: int
    shape: pa.Schema
    pieces: Iterable[pd.DataFrame]

    @classmethod
    def of(cls, answer: pd.DataFrame) -> "Listed":
        """An answer that is there already."""
        starts = range(0, max(1, len(answer)), AT_ONCE)
        pieces = (answer.iloc[first : first + AT_ONCE] for first in starts)
        return cls(len(answer), pa.Schema.from_pandas(answer, preserve_index=False), pieces)


def listed(engine: Engine, name: str, values: Mapping[str, object]) -> Listed:
    """The answer that `ask` gives; events are read a few at a time, however many there are."""
    pieces = memory.pieces(engine, name, values)
    if pieces is None:
        return Listed.of(ask(engine, name, values))
    rows = int(ask(engine, "marked_count", values)["events"].iloc[0])
    empty = engine.execute(*prepared(name, {**values, "most": 0}, engine.dialect))
    return Listed(rows, empty.schema, chain(pieces, [] if rows else [empty.to_pandas()]))


def plain(engine: Engine, name: str, values: Mapping[str, object]) -> pd.DataFrame:
    """The answer that the engine itself gives."""
    return engine.execute(*prepared(name, values, engine.dialect)).to_pandas(use_threads=False)


def prepared(
    name: str, values: Mapping[str, object], dialect: str = questions.DIALECT
) -> tuple[str, dict[str, object]]:
    """The SQL of a question and the values it binds, lists spread over numbered names.

    Raises UnknownQuestion.
    """
    questions.question(name)
    return questions.prepared(name, values, dialect)


def read(engine: Engine, link: Mapping[str, str]) -> tuple[Selection, list[Problem]]:
    """The selection that a link's parameters mean in the record behind an engine."""
    day = shown_on(selection.audience(link))
    return selection.read(link, known(engine, day), whole(engine, day))


def known(engine: Engine, day: date) -> dict[str, tuple[str, ...]]:
    """The ids of each dimension that may be named to a reader. day: the value of `$shown_on`."""
    words = ask(engine, "vocabulary", {"shown_on": day})
    return {
        name: tuple(words.loc[words["dimension"] == name, "id"]) for name in selection.DIMENSIONS
    }


def whole(engine: Engine, day: date) -> tuple[date, date]:
    """First and last day of the record; today for one without events and coverage.

    day: the value of `$shown_on`.
    """
    (row,) = ask(engine, "record", {"shown_on": day}).itertuples()
    if pd.isna(row.first_day):
        return today(), today()
    return as_day(row.first_day), as_day(row.last_day)


def as_day(value: object) -> date:
    """A day, from whichever type an engine's dates become in pandas."""
    if type(value) is date:
        return value
    day: date = pd.Timestamp(value).date()
    return day


def padded(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Ids and blanks, in a number of which there are few: each number is a statement of its own."""
    size = 1 << max(6, len(ids).bit_length())
    return (*ids, *[""] * (size - len(ids)))
