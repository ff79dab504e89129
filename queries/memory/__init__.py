"""The record in memory: what the pages ask, answered for any selection without the warehouse.

Events are numbered in the order of days, and each theme, partner, project, role, region, format
and country has the set of those that carry it: a filter is then a few sets put together, a count
what they share, whatever is chosen. The answers are those of the questions' own SQL, row by row
(tests/test_memory.py).
"""

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

import pandas as pd

from queries.engines import Engine
from queries.memory.answers import ANSWERS
from queries.memory.apart import Server
from queries.memory.crossed import CROSSED
from queries.memory.lists import LISTS, PIECES
from queries.memory.record import Record
from queries.memory.summed import SUMMED
from queries.memory.words import Counted

QUESTIONS = {**ANSWERS, **CROSSED, **SUMMED, **LISTS}
RECORDS: WeakKeyDictionary[Engine, Record] = WeakKeyDictionary()


def names() -> list[str]:
    """The questions that are answered from memory."""
    return sorted(QUESTIONS)


def answer(
    engine: Engine, name: str, values: Mapping[str, object]
) -> Counted | pd.DataFrame | None:
    """The answer of a question with its columns, as a frame or as what a frame is made of; None for
    a question that the engine must answer.

    The record is loaded from the engine on the first question, once for each audience.
    """
    if name not in QUESTIONS:
        return None
    return QUESTIONS[name](record(engine), values)


def pieces(
    engine: Engine, name: str, values: Mapping[str, object]
) -> Iterator[pd.DataFrame] | None:
    """The answer of a question whose rows can be read a few at a time; None for others."""
    return PIECES[name](record(engine), values) if name in PIECES else None


def record(engine: Engine) -> Record:
    """What is held of an engine."""
    return RECORDS.get(engine) or RECORDS.setdefault(engine, Record(engine))


def serve(engine: Engine, url: str) -> Engine:
    """The same engine, for a server that stays. url: where another process finds it."""
    RECORDS[engine] = Server(engine, url)
    return engine
