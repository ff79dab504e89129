"""What the build sums beforehand gives the answers that the plain star schema gives."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import build
from queries import asking, engines, questions, summing
from queries.engines import Engine
from queries.selection import Selection
from tests.bench import generate

NAMES = sorted(summing.names())
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


def themes() -> st.SearchStrategy[tuple[str, ...]]:
    known = [row["theme"] for _, row in THEMES.iterrows()]
    return st.lists(st.sampled_from(known), max_size=3, unique=True).map(tuple)


THEMES = pd.read_csv(build.HERE / "vocabulary/themes.csv").rename(columns={"theme_id": "theme"})


def months() -> st.SearchStrategy[tuple[date, date]]:
    """Whole months from before the first event until after the last."""
    first = st.dates(date(2015, 1, 1), date(2027, 1, 1)).map(lambda day: day.replace(day=1))
    length = st.integers(1, 60)
    return st.builds(lambda day, n: (day, month_after(day, n) - timedelta(days=1)), first, length)


def month_after(day: date, n: int) -> date:
    month = day.year * 12 + day.month - 1 + n
    return date(month // 12, month % 12 + 1, 1)


def selections() -> st.SearchStrategy[dict[str, object]]:
    whole = st.just((date(2000, 1, 1), date(2100, 12, 31)))
    return st.builds(
        values,
        whole | months(),
        themes(),
        st.sampled_from(["any", "all"]),
        st.booleans(),
        st.sampled_from([DAY, EMBARGO, date.max]),
        st.sampled_from(["calendar", "fiscal"]),
    )


def values(
    period: tuple[date, date],
    theme: tuple[str, ...],
    match: str,
    unconfirmed: bool,
    shown_on: date,
    calendar: str,
) -> dict[str, object]:
    chosen = Selection(*period, calendar, theme, match=match, unconfirmed=unconfirmed)
    return {**chosen.values(), "today": DAY, "shown_on": shown_on}


def plain(engine: Engine, name: str, asked: dict[str, object]) -> pd.DataFrame:
    return engine.execute(*asking.prepared(name, asked)).to_pandas(use_threads=False)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("record", ["real", "generated"])
def test_the_sums_give_the_plain_answer(
    name: str, record: str, warehouses: dict[str, Engine]
) -> None:
    engine = warehouses[record]

    @settings(max_examples=30 if record == "real" else 12, deadline=None, derandomize=True)
    @given(asked=selections())
    def check(asked: dict[str, object]) -> None:
        pd.testing.assert_frame_equal(asking.ask(engine, name, asked), plain(engine, name, asked))

    check()


def test_the_sums_are_used(warehouses: dict[str, Engine]) -> None:
    """For the whole record and a theme; not for a partner, nor from the middle of a month."""
    engine = warehouses["real"]
    whole = Selection(date(2000, 1, 1), date(2100, 12, 31), theme=("smes",))
    for name in NAMES:
        assert summing.instead(engine, name, whole.values())[0] == f"summed/{name}"
        other = whole.choosing("partner", ("oecd",))
        assert summing.instead(engine, name, other.values())[0] == name
    later = Selection(date(2024, 10, 15), date(2024, 12, 31))
    assert summing.instead(engine, "headline", later.values())[0] == "headline"
    quarter = Selection(date(2024, 10, 1), date(2024, 12, 31))
    assert summing.instead(engine, "headline", quarter.values())[0] == "summed/headline"
    assert summing.instead(engine, "events_by_region", quarter.values())[0] == "events_by_region"


@pytest.mark.parametrize("name", NAMES)
def test_the_sums_need_no_more_than_the_question(name: str) -> None:
    added = {"theme_mask", "known_from", "known_to"}
    assert questions.parameters(f"summed/{name}") - added <= questions.parameters(name)
    assert questions.read(f"summed/{name}").asks == questions.question(name).asks
