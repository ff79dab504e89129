"""What is counted in memory is what the plain star schema answers."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from dashboard.rows import as_rows
from data import build
from queries import asking, engines, memory
from queries.engines import Engine
from queries.memory import apart, bits, cells, filtered, lists, stored
from queries.memory.carried import BITS, Carried
from queries.memory.cells import Views
from queries.memory.record import Record as Memory
from queries.memory.sets import add, empty
from queries.memory.stored import Stored
from queries.memory.words import Counted
from queries.selection import DIMENSIONS, Selection
from tests.bench import generate
from tests.records import Record

NAMES = memory.names()
DAY = date(2025, 11, 23)
EVENTS = 100_000
BLOCK = 1024  # words of a block, of which a generated record has three
ROOM = 60 * 3 * BLOCK * np.uint64().nbytes  # bytes of sixty sets
EMBARGO = date(2026, 3, 1)
DAYS = [DAY, EMBARGO, date.max]  # on which a page is shown; a large record is read again for each
PERIOD = date(2016, 1, 1), date(2026, 12, 31)
GONE = asking.url_of(Path("/gone.duckdb"))  # which no other process can read


@pytest.fixture(scope="module")
def warehouses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Engine]]:
    """The real record, an empty one, and a generated one of which some is internal or under
    embargo, which is read by another process and, as 'narrow' and 'tight', by this one.
    """
    folder = tmp_path_factory.mktemp("sums")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(folder / "home"))
        generated = generate.record(folder / "record", EVENTS)
        hide(generated / "sources/generated")
        empty = Record(folder / "empty")
        for file in empty.folder.glob("sources/*/events.csv"):
            file.write_text(file.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
        built = {"real": build.build(), "generated": build.build(generated), "empty": empty.build()}
        patch.setattr(apart, "LARGE", EVENTS)
        patch.setattr(cells, "WIDE", EVENTS)
        urls = {name: asking.url_of(one.file) for name, one in built.items()}
        found = {name: memory.serve(engines.connect(url), url) for name, url in urls.items()}
        found["narrow"] = memory.serve(engines.connect(urls["generated"]), GONE)
        found["tight"] = engines.connect(urls["generated"])
        memory.RECORDS[found["tight"]] = Tight(found["tight"])
        yield found
        for engine in found.values():
            engine.close()


class Tight(Memory):
    """A record read from a file, where there is room for themes as plain bits, not for partners,
    and these stand in several blocks.
    """

    def loaded(self, shown_on: date) -> Views:
        with pytest.MonkeyPatch.context() as patch, TemporaryFile() as file:
            patch.setattr(filtered, "ROOM", ROOM)
            patch.setattr(bits, "BLOCK", BLOCK)
            stored.write(file, cells.to_write(super().loaded(shown_on), EVENTS))
            file.flush()
            views: Views = stored.read(stored.opened(file))
        return views


def hide(source: Path) -> None:
    """Make every seventh row internal, and put every eleventh under embargo."""
    for file in source.glob("*.csv"):
        rows = pd.read_csv(file, dtype=str, keep_default_na=False)
        rows["visibility"] = ["internal" if n % 7 == 0 else "" for n in range(len(rows))]
        rows["embargoed_until"] = [str(EMBARGO) if n % 11 == 0 else "" for n in range(len(rows))]
        rows.to_csv(file, index=False)


def test_a_large_record_is_read_by_another_process(
    warehouses: dict[str, Engine], caplog: pytest.LogCaptureFixture
) -> None:
    large, small = (memory.record(warehouses[name]) for name in ("generated", "real"))
    assert isinstance(large.views(DAY)[True][0].carried["theme"].sets, Stored)
    assert isinstance(small.views(DAY)[True][0].carried["theme"].sets, list)
    packed = [*large.views(DAY)[False][0].carried, filtered.NOTED, filtered.OF_EVENT]
    packed.remove("country")
    assert sorted(large.views(DAY)[False][0].packed) == sorted(packed)
    assert sorted(large.views(DAY)[True][0].packed) == sorted(packed)
    tight = memory.record(warehouses["tight"]).views(DAY)[False][0].packed
    assert {"theme", "region"} <= tight.keys() < {*packed} - {"partner"}
    assert tight["theme"].shape == (3, BLOCK)
    gone = apart.Server(warehouses["generated"], GONE)
    by_this_one = cells.to_write(gone.loaded(DAY), EVENTS)
    assert written(by_this_one) == written(large.views(DAY))
    assert "could not be read by a process of its own" in caplog.text


def written(views: Views) -> bytes:
    """What a file of them says, and of what was read from that."""
    assert all(added for _, added in views.values())
    with TemporaryFile() as file:
        stored.write(file, views)
        file.flush()
        again = io.BytesIO()
        stored.write(again, stored.read(stored.opened(file)))
    return again.getvalue()


def ids(dimension: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Mostly none, else one to three ids of a vocabulary."""
    file = build.HERE / f"vocabulary/{dimension}s.csv"
    known = list(pd.read_csv(file, dtype=str).iloc[:, 0])
    some = st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True).map(tuple)
    return st.one_of(st.just(()), st.just(()), some)


def periods() -> st.SearchStrategy[tuple[date, date]]:
    """The whole record, or any days, a single one and such that lie outside it among them."""
    day = st.dates(date(2015, 1, 1), date(2027, 1, 1))
    whole = st.just((date(2000, 1, 1), date(2100, 12, 31)))
    return whole | st.tuples(day, day).map(lambda days: (min(days), max(days)))


def quarters() -> st.SearchStrategy[tuple[date, date]]:
    """From the first day of a quarter to the last of it or of another, or the whole record."""
    years, firsts = st.integers(2015, 2026), st.sampled_from([1, 4, 7, 10])
    first = st.builds(lambda year, month: date(year, month, 1), years, firsts)
    last = first.map(lambda day: date(day.year, day.month + 2, 30 + (day.month in (1, 10))))
    ended = st.tuples(first, last).filter(lambda days: days[0] < days[1])
    return ended | st.just((date(2000, 1, 1), date(2100, 12, 31)))


def choices_of_themes(shown_on: date) -> st.SearchStrategy[dict[str, object]]:
    """Themes alone, in a period made of whole quarters."""
    known = [*pd.read_csv(build.HERE / "vocabulary/themes.csv", dtype=str).iloc[:, 0], "nonsense"]
    some = st.lists(st.sampled_from(known), max_size=len(known), unique=True).map(tuple)
    return st.builds(
        values,
        quarters(),
        some.map(lambda themes: {"theme": themes}),
        st.sampled_from(["any", "all"]),
        st.booleans(),
        st.just(shown_on),
        st.sampled_from(["calendar", "fiscal"]),
        st.just({}),
        st.just(0),
    )


def selections(shown_on: date) -> st.SearchStrategy[dict[str, object]]:
    return st.builds(
        values,
        periods(),
        st.fixed_dictionaries({name: ids(name) for name in DIMENSIONS}),
        st.sampled_from(["any", "all"]),
        st.booleans(),
        st.just(shown_on),
        st.sampled_from(["calendar", "fiscal"]),
        marks(),
        st.sampled_from([0, 1, 7, 500, 1_000_000_000]),
    )


MARKED = {
    "theme": ("smes", "none", "any", "several", "nonsense"),
    "combination": ("none", "governance", "equality+governance", "governance+equality", "x+y"),
    "partner": ("oecd", "none", "any", "nonsense"),
    "region": ("quebec", "online", "nonsense"),
    "country": ("CA", "FR", "none", "nonsense"),
    "format": ("in_person", "unknown"),
    "quarter": ("2024-Q4", "FY2024-25-Q1", "nonsense"),
    "year": ("2024", "2023", "nonsense"),
    "dated": ("approximate",),
    "status": ("unconfirmed", "confirmed"),
}


def marks() -> st.SearchStrategy[dict[str, str]]:
    """No mark, or one or two."""
    names = st.lists(st.sampled_from(sorted(MARKED)), max_size=2, unique=True)
    return names.flatmap(
        lambda chosen: st.fixed_dictionaries(
            {f"mark_{name}": st.sampled_from(MARKED[name]) for name in chosen}
        )
    )


def values(
    period: tuple[date, date],
    filters: dict[str, tuple[str, ...]],
    match: str,
    unconfirmed: bool,
    shown_on: date,
    calendar: str,
    mark: dict[str, str],
    most: int,
) -> dict[str, object]:
    chosen = Selection(*period, calendar, match=match, unconfirmed=unconfirmed, **filters)
    return {**chosen.values(), "today": DAY, "shown_on": shown_on, **mark, "most": most}


EXAMPLES = {"real": 14, "generated": 3, "narrow": 3, "tight": 2, "empty": 2}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("record", [*EXAMPLES])
@pytest.mark.parametrize("shown_on", DAYS)
def test_memory_gives_the_plain_answer(
    shown_on: date, record: str, name: str, warehouses: dict[str, Engine]
) -> None:
    engine = warehouses[record]

    @settings(max_examples=EXAMPLES[record], deadline=None, derandomize=True)
    @given(asked=selections(shown_on))
    def check(asked: dict[str, object]) -> None:
        counted, plain = memory.answer(engine, name, asked), asking.plain(engine, name, asked)
        if counted is None:
            assert name in ("events", "activities"), "too many texts to be asked for by number"
            assert len(asking.plain(engine, "marked", asked)) > lists.AT_ONCE
            return
        pd.testing.assert_frame_equal(asking.framed(counted), plain)
        if isinstance(counted, Counted):
            assert repr(as_rows(counted.columns)) == repr(as_rows(plain))

    check()


@pytest.mark.parametrize("chosen", [{}, {"theme": ("smes",)}, {"region": ("not_a_region",)}])
@pytest.mark.parametrize(
    ("record", "most"), [("real", 1), ("real", 3), ("empty", 1), ("generated", 2_000)]
)
def test_a_list_gone_through_in_pieces_is_the_whole_list(
    record: str,
    most: int,
    chosen: dict[str, tuple[str, ...]],
    warehouses: dict[str, Engine],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lists, "A_PIECE", most)
    engine, asked = warehouses[record], Selection(*PERIOD, **chosen).values(DAY)
    found = asking.listed(engine, "events", asked)
    pieces, whole = list(found.pieces), asking.plain(engine, "events", asked)
    assert found.rows == len(whole)
    assert max(map(len, pieces)) <= most
    pd.testing.assert_frame_equal(pd.concat(pieces, ignore_index=True), whole)
    plain = engine.execute(*asking.prepared("events", asked))
    pd.testing.assert_frame_equal(pa.Table.from_pandas(whole, found.shape).to_pandas(), whole)
    assert found.shape == plain.schema


@pytest.mark.parametrize("name", sorted(memory.ANSWERS))
@pytest.mark.parametrize("shown_on", DAYS)
@pytest.mark.parametrize("read", ["generated", "narrow"])
def test_a_large_record_s_sums_by_theme_are_the_plain_answer(
    read: str, shown_on: date, name: str, warehouses: dict[str, Engine]
) -> None:
    engine = warehouses[read]
    record = memory.record(engine)

    @settings(max_examples=4, deadline=None, derandomize=True)
    @given(asked=choices_of_themes(shown_on))
    def check(asked: dict[str, Any]) -> None:
        found = record.matched(asked)
        if read == "generated" or len(asked["theme"]) <= cells.MOST:
            assert found.sums
            assert found.sums.all(record.during(found, asked)) is not None
        counted = asking.ask(engine, name, asked)
        pd.testing.assert_frame_equal(counted, asking.plain(engine, name, asked))

    check()


ODD = date(2017, 2, 3), date(2026, 8, 30)  # no whole quarters, so that sums do not tell
THEMES = ("equality", "governance")
BESIDE: dict[str, dict[str, tuple[str, ...]]] = {
    "odd days": {},
    "formats": {"format": ("in_person", "hybrid")},
    "partners": {"partner": ("oecd", "gpai", "mila")},
    "a region": {"region": ("europe",)},
}


@pytest.mark.parametrize("beside", [*BESIDE])
@pytest.mark.parametrize("unconfirmed", [False, True])
@pytest.mark.parametrize("themes", [THEMES, (*THEMES, "nonsense")])
@pytest.mark.parametrize("read", ["generated", "narrow", "tight"])
def test_all_of_several_themes_beside_other_filters(
    read: str,
    themes: tuple[str, ...],
    unconfirmed: bool,
    beside: str,
    warehouses: dict[str, Engine],
) -> None:
    chosen = {"theme": themes, **BESIDE[beside]}
    asked = values(ODD, chosen, "all", unconfirmed, DAY, "calendar", {}, 0)
    engine = warehouses[read]
    found = asking.ask(engine, "headline", asked)
    pd.testing.assert_frame_equal(found, asking.plain(engine, "headline", asked))
    events, activities = found.loc[0, ["events", "activities"]]
    assert (events > 0) == (activities > 0) == (themes == THEMES)


@pytest.mark.parametrize("name", ["headline", "events_by_quarter", "events_by_theme"])
@pytest.mark.parametrize("beside", [*BESIDE])
@pytest.mark.parametrize("unconfirmed", [False, True])
@pytest.mark.parametrize("read", ["generated", "narrow", "tight"])
def test_odd_days_beside_other_filters(
    read: str, unconfirmed: bool, beside: str, name: str, warehouses: dict[str, Engine]
) -> None:
    asked = values(ODD, BESIDE[beside], "any", unconfirmed, DAY, "calendar", {}, 0)
    engine = warehouses[read]
    found = asking.ask(engine, name, asked)
    assert found["approximate" if "theme" not in name else "events"].sum() > 0
    pd.testing.assert_frame_equal(found, asking.plain(engine, name, asked))


def test_sets_that_are_nearly_empty_stay_compressed(warehouses: dict[str, Engine]) -> None:
    views = Memory(warehouses["generated"]).views(DAY)
    held = views[True][0].carried["partner"]
    none: list[BitMap] = [BitMap()] * len(held.sets)
    few = Carried([*none, *(BitMap([row]) for row in range(len(held.sets)))])
    carried = {**views[True][0].carried, "partner": few.closed(views[True][0].rows)}
    packed = filtered.put_off(replace(views[True][0], carried=carried))
    assert "partner" not in packed
    assert "partner" in filtered.put_off(views[True][0])


def test_rows_are_alike_by_more_values_than_fit_one_number() -> None:
    sets = empty(3 * BITS)
    alone = [[value] for value in range(2, 3 * BITS)]
    lines = [[1, BITS + 1], [BITS + 1, 1], [1], [], [3 * BITS], *alone]
    for row, values in enumerate(lines):
        add(sets, np.full(len(values), row), np.array(values))
    every = BitMap(range(len(lines)))
    rows, counts = Carried(sets).closed(every).alike(every)
    assert counts.sum() == len(lines)
    assert sorted(counts) == [1] * (len(lines) - 2) + [2]
    assert {0, 1} & set(rows[counts == 2])
