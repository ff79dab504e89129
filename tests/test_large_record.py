"""A large record: the page says that it is read, and its numbers do not lie over one another."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, count

import pytest
import streamlit as st
from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

from dashboard import kept
from queries import asking
from queries.selection import Selection
from tests.bench import generate
from tests.screen import NUMBERS, ROOT, Watched, build, served

EVENTS = 20_000
WORDS = {"en": "Reading the record…", "fr": "Lecture du registre…"}
BOXES = """
(names) => [...document.querySelectorAll(names)]
    .filter((one) => one.style.visibility !== "hidden")
    .map((one) => one.getBoundingClientRect())
    .map(({left, right, top, bottom}) => [left, right, top, bottom])
"""
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("large")
    record = generate.record(home / "record", EVENTS)
    assert build(home, "--record", str(record)).returncode == 0
    with served(home) as address:
        yield address


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (390, 844)])
def test_numbers_do_not_lie_over_one_another(
    browser: Browser, large: str, size: tuple[int, int]
) -> None:
    width, height = size
    watched = Watched(browser.new_page(viewport={"width": width, "height": height}), large)
    page = watched.open("/")
    numbers = boxes(page, f".card:first-of-type :is({NUMBERS})")
    assert numbers
    assert len(numbers) < 40 or width > 1440, "all of forty have no room"
    assert not any(over(one, other) for one, other in combinations(numbers, 2))
    for kind in (".figure .number strong", ".figure .unit"):
        beside = [over(one, other) for one in boxes(page, kind) for other in boxes(page, ".spark")]
        assert not any(beside), kind
    page.close()
    assert watched.errors == []


def boxes(page: Page, names: str) -> list[Box]:
    found: list[Box] = page.evaluate(BOXES, names)
    return found


def over(one: Box, other: Box) -> bool:
    """Whether two boxes share more than their edges."""
    across = min(one[1], other[1]) - max(one[0], other[0])
    upright = min(one[3], other[3]) - max(one[2], other[2])
    return across > 1 and upright > 1


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("language", WORDS)
def test_a_reader_who_comes_while_the_record_is_read_is_told(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "READ", set())
    monkeypatch.setattr(kept, "load", lambda *_: st.stop())
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"))
    app.query_params["lang"] = language
    (said,) = app.run().main.children[0].children.values()
    assert WORDS[language] in said.proto.body


@pytest.mark.usefixtures("home")
def test_the_record_is_read_once_for_each_audience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "READ", set())
    url = asking.engine_url()
    assert not kept.ready(url, "internal")
    kept.load(url, "internal")
    assert kept.ready(url, "internal")
    assert not kept.ready(url, "public")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("each", "after"), [(0.5, [1, 2, 3, 4, 5, 6]), (0.04, [3, 6]), (0.01, [])])
def test_what_long_answers_took_together_is_given_back(
    each: float, after: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, clock, given, asked = asking.engine_url(), count(0, each), list[int](), list[int]()
    values = Selection(*kept.spanned(url, date.max)).values()
    monkeypatch.setattr(kept, "SPENT", [])
    monkeypatch.setattr(kept, "thread_time", lambda: next(clock))
    monkeypatch.setattr(kept, "give_back", lambda _: given.append(len(asked)))
    for n in range(1, 7):
        asked.append(n)
        kept.asked(url, "headline", tuple(values.items()))
    assert given == after
