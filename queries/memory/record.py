"""A record in memory: its views, what selections match in them, the words that answers bear."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache, partial
from threading import Lock
from typing import Any, Generic, TypeVar
from weakref import ref

import numpy as np
import pandas as pd
import pyarrow as pa

from queries import questions
from queries.engines import Engine
from queries.memory.cells import Views
from queries.memory.counts import Matched, filters, matched
from queries.memory.loading import load
from queries.memory.sets import Ints
from queries.memory.view import VOCABULARIES, Chosen
from queries.memory.words import Quarters, Words, days

VIEWS = 2  # pairs kept, one for each audience
MATCHED = 8  # selections kept, since one page asks several questions of each
WORDS = 16  # tables of words kept
EPOCH = date(1970, 1, 1).toordinal()
NEVER = np.iinfo(np.int64).min  # as numpy counts a day that there is not
NO_THEME = {
    **{"dimension": "theme", "id": "none", "label_en": "No theme", "label_fr": "Aucun thème"},
    **{"core": False, "position": 0},
}
Values = Mapping[str, Any]
Found = TypeVar("Found")


class Promised(Generic[Found]):
    """What is made when it is first asked for, by one thread while others wait, and then is there.
    What fails is made anew for the next.
    """

    def __init__(self, make: Callable[[], Found]) -> None:
        self.make, self.lock, self.found = make, Lock(), list[Found]()

    def given(self) -> Found:
        with self.lock:
            if not self.found:
                self.found.append(self.make())
            return self.found[0]


class Record:
    """What an engine holds, as far as it was asked for. Safe to use from several threads: they wait
    for one another only where they ask for the same, or would both read the record.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine, self.lock, self.reading = ref(engine), Lock(), Lock()
        self.views = self.kept(VIEWS, self.read)
        self.match = self.kept(MATCHED, self.matching)
        self.words = self.kept(WORDS, self.told)
        self.ordered = self.kept(WORDS, self.made)

    def kept(self, most: int, make: Callable[..., Found]) -> Callable[..., Found]:
        """A function that remembers its last results, and makes each once."""
        remembered = lru_cache(most)(lambda *given: Promised(partial(make, *given)))

        def found(*given: Any) -> Found:
            with self.lock:
                promised: Promised[Found] = remembered(*given)
            return promised.given()

        return found

    def matched(self, values: Values, **other: object) -> Matched:
        """What a question's values match, whatever the period. other: values that differ."""
        return self.match(*self.wanted({**values, **other}))

    def once(self, values: Values, **other: object) -> Matched:
        """The same, of which nothing is asked again, so that it is not remembered."""
        return self.matching(*self.wanted({**values, **other}))

    def wanted(self, asked: Values) -> tuple[date, bool, Chosen, int]:
        shown_on = asked["shown_on"] if asked["shown_on"] < self.latest_shown else date.max
        return shown_on, asked["unconfirmed"], filters(asked, self.places), asked["themes_wanted"]

    def during(self, found: Matched, values: Values) -> slice:
        """The events of the period."""
        return found.view.order.between(numbered(values["first_day"]), numbered(values["last_day"]))

    def matching(self, shown_on: date, unconfirmed: bool, chosen: Chosen, wanted: int) -> Matched:
        return matched(*self.views(shown_on)[unconfirmed], chosen, wanted)

    def read(self, shown_on: date) -> Views:
        """One audience's views at a time: reading takes much memory."""
        with self.reading:
            return self.loaded(shown_on)

    def loaded(self, shown_on: date) -> Views:
        values = {"shown_on": shown_on}
        sizes = {name: max(self.places.get(name, {"": 0}).values()) for name in VOCABULARIES}
        sizes["country"] = max(self.countries.values(), default=0)
        found = load(lambda part, **more: self.rows(part, {**values, **more}), sizes)
        return {unconfirmed: (view, None) for unconfirmed, view in found.items()}

    def let_go(self) -> None:
        """Hold nothing that was only looked at."""

    def rows(self, name: str, values: Values) -> pa.Table:
        engine = self.engine()
        assert engine is not None, "the engine is gone"
        return engine.execute(*questions.prepared(name, values, engine.dialect))

    def told(self, name: str, *values: tuple[str, object]) -> pd.DataFrame:
        """The answer to a question or a part that no filter changes."""
        return self.rows(name, dict(values)).to_pandas(use_threads=False)

    def vocabulary(self, values: Values, dimension: str, after: tuple[str, ...]) -> Words:
        """The values of a vocabulary that may be named. after: ids that stand last."""
        found: Words = self.ordered(named_values, dimension, after, values["shown_on"])
        return found

    def partners(self, values: Values) -> Words:
        """Every partner, with the day it was first met."""
        found: Words = self.ordered(named_partners, values["shown_on"], values["unconfirmed"])
        return found

    def quarters(self, values: Values) -> Quarters:
        """The quarters of the reader's calendar that have a name, in their order."""
        found: Quarters = self.ordered(named_quarters, values["calendar"], values["shown_on"])
        return found

    def touched(self, values: Values) -> Quarters:
        """Those of them that the period touches."""
        days = numbered(values["first_day"]), numbered(values["last_day"])
        return self.quarters(values).touching(*days)

    def first_met(self, values: Values) -> Ints:
        """The day each partner was first met, by its place; NEVER for none."""
        found: Ints = self.ordered(first_days, values["shown_on"], values["unconfirmed"])
        return found

    def made(self, make: Callable[..., Any], *given: Any) -> Any:
        return make(self, *given)

    @cached_property
    def latest_shown(self) -> date:
        """The day from which on the public sees all that there is."""
        (day,) = self.words("latest_shown")["day"]
        return date.max if pd.isna(day) else day

    @cached_property
    def countries(self) -> dict[str, int]:
        """The place of each country, from 1."""
        known = self.named_countries
        return dict(zip(known.rows["country"], map(int, known.place), strict=True))

    @cached_property
    def named_countries(self) -> Words:
        """Every country, and where it lies."""
        return Words.named(self.words("named_country"))

    @cached_property
    def places(self) -> dict[str, dict[str, int]]:
        """The place of each id in its vocabulary, from 1, also of what the public may not see."""
        known = self.words("vocabulary", ("shown_on", date.max))
        return {
            str(name): dict(zip(found["id"], map(int, found["position"]), strict=True))
            for name, found in known.groupby("dimension")
        }


def numbered(day: date) -> int:
    """A day as numpy counts it."""
    return day.toordinal() - EPOCH


def as_date(number: int) -> date:
    """A day that numpy counts so."""
    return date.fromordinal(EPOCH + int(number))


def named_values(record: Record, dimension: str, after: tuple[str, ...], shown_on: date) -> Words:
    known = record.words("vocabulary", ("shown_on", shown_on))
    rows = known[known["dimension"] == dimension]
    if "none" in after:
        rows = pd.concat([rows, pd.DataFrame([NO_THEME])], ignore_index=True)
    return Words.of(rows, dimension, after)


def named_partners(record: Record, shown_on: date, unconfirmed: bool) -> Words:
    known = record.words("named_partner", ("shown_on", shown_on), ("unconfirmed", unconfirmed))
    return Words.named(known)


def named_quarters(record: Record, calendar: str, shown_on: date) -> Quarters:
    return Quarters.of(record.words("known_quarter", ("shown_on", shown_on)), calendar)


def first_days(record: Record, shown_on: date, unconfirmed: bool) -> Ints:
    known = record.partners({"shown_on": shown_on, "unconfirmed": unconfirmed})
    found = np.full(int(known.place.max()) + 1, NEVER)
    found[known.place] = days(known.rows["first_seen"])
    return found
