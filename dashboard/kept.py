"""What is kept in memory for all readers together: engines and their answers."""

import ctypes
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache, partial
from time import thread_time

import pandas as pd
import pyarrow as pa

from dashboard.reading import InColumns
from dashboard.rows import Answer
from queries import asking, engines, memory, questions, selection
from queries.audience import shown_on
from queries.engines import Engine
from queries.memory.words import Counted
from queries.selection import Problem, Selection

KEPT = 128  # answers, each of many small things; what is drawn from them is kept as text
LISTS, LONG = ("events", "activities"), 8  # answers that may be long, and how many are kept
FIRST = ("headline", "events_by_country")  # after which all is read and added up
LITTLE, MUCH = 0.01, 0.1  # seconds of processor time
M_ARENA_MAX, ARENAS = -8, 2  # as malloc.h has it, and how many threads that allocate are kept apart
LINKS = 512  # kept in words and as selections
SPENT = list[float]()  # seconds
READ = set[tuple[str, date]]()  # records, and the days on which they were read
Values = tuple[tuple[str, object], ...]


@lru_cache(maxsize=2)
def opened(url: str) -> Engine:
    return memory.serve(engines.connect(url), url)


@lru_cache(maxsize=4)
def answers(url: str) -> InColumns:
    """The answers of one engine: the same object each time, so that more can be kept by it."""
    return InColumns(partial(framed, url), partial(in_columns, url))


@lru_cache(maxsize=4)
def frozen(url: str) -> Engine:
    """The engine of a snapshot. Raises data.warehouse.WarehouseError."""
    return engines.connect(url)


def ready(url: str, audience: str) -> bool:
    """Whether `load` has read all that the first page of an audience asks of a record."""
    return (url, shown_on(audience)) in READ


def load(url: str, audience: str) -> Selection:
    """Read all that, and give the selection of the whole record. Others who need it wait."""
    day = shown_on(audience)
    whole = Selection(*spanned(url, day), audience=audience)
    for name in FIRST:
        remembered(url, name, whole.values())
    if len(READ) >= LINKS:
        READ.clear()
    READ.add((url, day))
    give_back(url)
    return whole


def give_back(url: str) -> None:
    """Let the system have what an engine's answers took and nobody holds any more."""
    memory.record(opened(url)).let_go()
    trim()


def trim() -> None:
    """Let the system have what is free: Arrow keeps it by itself, and of C libraries, glibc."""
    pa.default_memory_pool().release_unused()
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def share() -> None:
    """Have threads share what glibc holds for them, of which each would keep much for itself."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS)


def framed(url: str, name: str, values: Mapping[str, object]) -> pd.DataFrame:
    return asking.framed(remembered(url, name, values))


def in_columns(url: str, name: str, values: Mapping[str, object]) -> Answer:
    answer = remembered(url, name, values)
    return answer.columns if isinstance(answer, Counted) else answer


def remembered(url: str, name: str, values: Mapping[str, object]) -> Counted | pd.DataFrame:
    """The answer, asked for once for all that does not change it."""
    used = questions.parameters(name)
    found = listed if name in LISTS else answered
    return found(url, name, tuple((key, values[key]) for key in used))


@lru_cache(maxsize=LONG)
def listed(url: str, name: str, values: Values) -> Counted | pd.DataFrame:
    return asked(url, name, values)


@lru_cache(maxsize=KEPT)
def answered(url: str, name: str, values: Values) -> Counted | pd.DataFrame:
    return asked(url, name, values)


def asked(url: str, name: str, values: Values) -> Counted | pd.DataFrame:
    began = thread_time()
    found = asking.counted(opened(url), name, dict(values))
    taken = thread_time() - began
    if taken > LITTLE:  # what takes long takes memory too
        SPENT.append(taken)
    if sum(SPENT) > MUCH:
        SPENT.clear()
        give_back(url)
    else:
        memory.record(opened(url)).let_go()
    return found


@lru_cache(maxsize=4)
def spanned(url: str, day: date) -> tuple[date, date]:
    return asking.whole(opened(url), day)


@lru_cache(maxsize=4)
def known(url: str, day: date) -> dict[str, tuple[str, ...]]:
    return asking.known(opened(url), day)


@lru_cache(maxsize=LINKS)
def understood(
    url: str, words: tuple[tuple[str, str], ...], day: date
) -> tuple[Selection, list[Problem]]:
    return selection.read(dict(words), known(url, day), spanned(url, day))
