"""The warehouse against a second way of counting, for selections drawn at random."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data import build
from queries import asking, engines, selection
from queries.audience import AUDIENCES
from queries.engines import Engine
from queries.selection import DIMENSIONS, Selection
from tests import oracle
from tests.records import veiled

TODAY = date(2025, 11, 23)
ANSWERS = oracle.answers(TODAY)
FOLDER = TemporaryDirectory()
RECORD = oracle.Record(veiled(Path(FOLDER.name) / "record"), TODAY)
STARTS = sorted({event.start for event in RECORD.events})
KNOWN = {**RECORD.known, "region": RECORD.regions, "format": RECORD.formats}
DRAWN = settings(
    max_examples=200,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
# What is asked for every selection drawn; of the others, three at a time.
SUMMED = (
    *("headline", "events", "selected_activity", "unconfirmed", "events_by_quarter"),
    *("events_by_theme", "events_by_region", "events_by_partner", "events_by_format"),
)
FURTHER = sorted(set(ANSWERS) - set(SUMMED))
# Each chart: the question behind it, and the columns of its rows that make a mark.
CHARTS = {
    "events_by_quarter": ("quarter",),
    "events_by_theme": ("theme",),
    "events_by_combination": ("combination",),
    "events_by_region": ("region",),
    "events_by_partner": ("partner",),
    "events_by_format": ("format",),
    "events_by_country": ("country",),
    "events_by_theme_and_quarter": ("theme", "quarter"),
    "events_by_theme_and_region": ("theme", "region"),
    "events_by_partner_and_year": ("partner", "year"),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The real record with some rows hidden, built once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("OUTREACH_TODAY", TODAY.isoformat())
        built = build.build(Path(FOLDER.name) / "record")
        assert not built.refused
        engine = engines.connect(asking.url_of(built.file))
        yield engine
        engine.close()


def days() -> st.SearchStrategy[date]:
    """Days at which something changes, and any other from long before to long after."""
    near = st.builds(lambda day, n: day + timedelta(n), st.sampled_from(STARTS), st.integers(-1, 1))
    bounds = st.builds(
        lambda place, n: oracle.first_day(place, 1) - timedelta(n),
        st.integers(2020 * 4, 2027 * 4),
        st.integers(0, 1),
    )
    return near | bounds | st.dates(date(2015, 1, 1), date(2039, 12, 31))


def periods() -> st.SearchStrategy[dict[str, str]]:
    """None, one bound, or both in order."""
    both = st.lists(days(), min_size=2, max_size=2).map(sorted)
    whole = st.just({})
    open_ended = st.builds(
        lambda name, day: {name: str(day)}, st.sampled_from(["from", "to"]), days()
    )
    return whole | open_ended | both.map(lambda pair: {"from": str(pair[0]), "to": str(pair[1])})


def filters() -> st.SearchStrategy[dict[str, str]]:
    """Up to two dimensions, each with one to three ids."""
    return st.lists(st.sampled_from(DIMENSIONS), max_size=2, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: values(name) for name in names})
    )


def values(dimension: str) -> st.SearchStrategy[str]:
    some = st.lists(
        st.sampled_from(KNOWN[dimension]),
        min_size=1,
        max_size=3 if dimension == "theme" else 2,
        unique=True,
    )
    return some.map(",".join)


def selections() -> st.SearchStrategy[Selection]:
    ways = st.fixed_dictionaries(
        {
            "match": st.sampled_from(selection.MATCHES),
            "calendar": st.sampled_from(selection.CALENDARS),
            "unconfirmed": st.sampled_from(["0", "1"]),
            "audience": st.sampled_from(AUDIENCES),
        }
    )
    return st.builds(read, periods(), filters(), ways)


def read(*parts: dict[str, str]) -> Selection:
    """The selection of a link given in parts."""
    known = {name: tuple(KNOWN[name]) for name in DIMENSIONS}
    link = {name: value for part in parts for name, value in part.items()}
    reader = Selection(TODAY, TODAY, audience=selection.audience(link))
    chosen, problems = selection.read(link, known, RECORD.span(reader))
    assert not problems
    return chosen


def ask(engine: Engine, name: str, chosen: Selection, **marks: str) -> pd.DataFrame:
    return asking.ask(engine, name, {**chosen.values(), "today": TODAY, **marks})


def told(answer: pd.DataFrame, columns: Sequence[str]) -> Counter[tuple[object, ...]]:
    """The rows of an answer in plain Python, whatever their order."""
    return Counter(tuple(map(plain, row)) for row in answer[list(columns)].itertuples(index=False))


def plain(value: Any) -> object:
    if pd.isna(value):
        return None
    return int(value) if isinstance(value, Decimal) else value


def asked_at_once(
    engine: Engine, names: Sequence[str], chosen: Selection
) -> dict[str, pd.DataFrame]:
    """Several questions at once, as several readers would ask."""
    with ThreadPoolExecutor(2) as readers:
        found = readers.map(lambda name: ask(engine, name, chosen), names)
        return dict(zip(names, found, strict=True))


@DRAWN
@given(chosen=selections())
@example(chosen=read({"partner": "open-data-institute"}))
@example(chosen=read({"theme": "smes,equality", "match": "all"}))
@example(chosen=read({"audience": "public"}))
@example(chosen=read({"audience": "public", "unconfirmed": "1", "theme": "governance"}))
def test_every_question_is_answered_as_the_files_say(engine: Engine, chosen: Selection) -> None:
    asked = asked_at_once(engine, [*SUMMED, *FURTHER], chosen)
    assert differences(asked, chosen) == {}
    check_sums(asked, len(asked["events"]))
    other = {"calendar": "fiscal", "fiscal": "calendar"}[chosen.calendar]
    quarters = ask(engine, "events_by_quarter", replace(chosen, calendar=other))
    assert bars(quarters, "quarter").total() == len(asked["events"])


def differences(asked: dict[str, pd.DataFrame], chosen: Selection) -> dict[str, object]:
    """For each question answered otherwise than by the oracle: only there, only here."""
    found = {}
    for name, frame in asked.items():
        answer = told(frame, oracle.COLUMNS[name])
        expected = Counter(ANSWERS[name](RECORD, chosen))
        if answer != expected:
            found[name] = {"warehouse": answer - expected, "files": expected - answer}
    return found


def check_sums(asked: dict[str, pd.DataFrame], total: int) -> None:
    """The rows and the numbers of one selection agree among themselves."""
    rows = asked["events"]
    for name in ("region", "format"):
        assert bars(asked[f"events_by_{name}"], name) == Counter(rows[name])
        assert bars(asked[f"events_by_{name}"], name).total() == total
    for name in ("theme", "partner"):
        carried = [part.split(";") if part else ["none"] for part in rows[f"{name}s"]]
        found = bars(asked[f"events_by_{name}"], name)
        assert found == Counter(value for values in carried for value in values)
        assert sum(values != ["none"] for values in carried) + found["none"] == total
    assert bars(asked["events_by_quarter"], "quarter").total() == total
    (headline,) = asked["headline"].itertuples()
    assert headline.events == total
    assert headline.activities == rows["activities"].sum() == len(asked["selected_activity"])
    assert headline.unconfirmed_left_out == len(asked["unconfirmed"])


def bars(answer: pd.DataFrame, dimension: str) -> Counter[str]:
    pairs = dict(zip(answer[dimension], answer["events"], strict=True))
    return Counter({value: int(n) for value, n in pairs.items() if n})


@DRAWN
@given(chosen=selections(), name=st.sampled_from(sorted(CHARTS)), nth=st.integers(0, 99))
def test_a_mark_opens_as_many_rows_as_it_says(
    engine: Engine, chosen: Selection, name: str, nth: int
) -> None:
    answer = ask(engine, name, chosen)
    if len(answer):
        check_mark(engine, name, answer.iloc[nth % len(answer)], chosen)


@pytest.mark.parametrize("name", CHARTS)
def test_every_mark_of_the_whole_record_opens_its_rows(engine: Engine, name: str) -> None:
    chosen = read({"calendar": "fiscal", "unconfirmed": "1"})
    answer = ask(engine, name, chosen)
    for _, row in answer[answer["events"] > 0].iterrows():
        check_mark(engine, name, row, chosen)


def check_mark(engine: Engine, name: str, row: Any, chosen: Selection) -> None:
    if row.isna()[CHARTS[name][0]]:
        assert row["events"] == 0
        return
    marks = {f"mark_{column}": row[column] for column in CHARTS[name]}
    assert len(ask(engine, "events", chosen, **marks)) == row["events"]


def test_the_oracle_is_not_the_warehouse() -> None:
    """It counts something, and a selection changes what it counts."""
    whole = read({})
    (row,) = oracle.headline(RECORD, whole)
    assert all(row)
    assert oracle.headline(RECORD, replace(whole, theme=("smes",))) != [row]
    assert oracle.headline(RECORD, replace(whole, audience="public")) != [row]
    assert min(oracle.not_shown(RECORD, replace(whole, audience="public"))[0]) > 0
