"""What is counted in memory is what the plain star schema answers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import build
from queries import asking, engines, memory
from queries.engines import Engine
from queries.selection import DIMENSIONS, Selection
from tests.bench import generate

NAMES = memory.names()
DAY = date(2025, 11, 23)
EVENTS = 100_000
EMBARGO = date(2026, 3, 1)


@pytest.fixture(scope="module")
def warehouses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Engine]]:
    """The real record, and a generated one of which some is internal or under embargo."""
    folder = tmp_path_factory.mktemp("sums")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(folder / "home"))
        generated = generate.record(folder / "record", EVENTS)
        hide(generated / "sources/generated")
        built = {"real": build.build(), "generated": build.build(generated)}
        found = {name: engines.connect(asking.url_of(one.file)) for name, one in built.items()}
        yield found
        for engine in found.values():
            engine.close()


def hide(source: Path) -> None:
    """Make every seventh row internal, and put every eleventh under embargo."""
    for file in source.glob("*.csv"):
        rows = pd.read_csv(file, dtype=str, keep_default_na=False)
        rows["visibility"] = ["internal" if n % 7 == 0 else "" for n in range(len(rows))]
        rows["embargoed_until"] = [str(EMBARGO) if n % 11 == 0 else "" for n in range(len(rows))]
        rows.to_csv(file, index=False)


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


def selections() -> st.SearchStrategy[dict[str, object]]:
    return st.builds(
        values,
        periods(),
        st.fixed_dictionaries({name: ids(name) for name in DIMENSIONS}),
        st.sampled_from(["any", "all"]),
        st.booleans(),
        st.sampled_from([DAY, EMBARGO, date.max]),
        st.sampled_from(["calendar", "fiscal"]),
    )


def values(
    period: tuple[date, date],
    filters: dict[str, tuple[str, ...]],
    match: str,
    unconfirmed: bool,
    shown_on: date,
    calendar: str,
) -> dict[str, object]:
    chosen = Selection(*period, calendar, match=match, unconfirmed=unconfirmed, **filters)
    return {**chosen.values(), "today": DAY, "shown_on": shown_on}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("record", ["real", "generated"])
def test_memory_gives_the_plain_answer(
    name: str, record: str, warehouses: dict[str, Engine]
) -> None:
    engine = warehouses[record]

    @settings(max_examples=40 if record == "real" else 12, deadline=None, derandomize=True)
    @given(asked=selections())
    def check(asked: dict[str, object]) -> None:
        counted, plain = memory.answer(engine, name, asked), asking.plain(engine, name, asked)
        assert counted is not None
        pd.testing.assert_frame_equal(counted, plain)

    check()
