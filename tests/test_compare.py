"""Two selections side by side: the numbers of each, their differences, the link that holds both."""

from collections.abc import Iterator
from datetime import date

import pytest

from dashboard import look as looks
from dashboard import sides
from dashboard.charts import side_by_side
from dashboard.reading import Reading, reading
from data import build
from queries import asking, engines
from queries.selection import Selection
from tests.screen import Watched

EN = looks.look()
THIS, LAST = "from=2024-01-01&to=2024-12-31", "vs_from=2023-01-01&vs_to=2023-12-31"


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Reading, Reading]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("OUTREACH_TODAY", "2026-11-23")
        engine = engines.connect(asking.url_of(build.build().file))
        chosen = [Selection(date(y, 1, 1), date(y, 12, 31)) for y in (2024, 2023)]
        yield reading(engine, chosen[0], EN), reading(engine, chosen[1], EN)
        engine.close()


@pytest.mark.parametrize("dimension", ["theme", "region", "partner"])
def test_each_side_is_what_it_is_alone(years: tuple[Reading, Reading], dimension: str) -> None:
    found = sides.by_id(*years, dimension).set_index("id")
    for side, one in zip("ab", years, strict=True):
        alone = one.ask(f"events_by_{dimension}").set_index(dimension)["events"]
        assert found[side].reindex(alone.index).equals(alone.astype(int))
        assert found[side].drop(alone.index).eq(0).all()


def test_quarters_stand_first_beside_first(years: tuple[Reading, Reading]) -> None:
    found = sides.by_place(*years)
    assert list(found["label_en"])[0] == "Q1 2024 / Q1 2023"
    assert (found["a"].sum(), found["b"].sum()) == (11, 6)
    half = years[1].during(date(2023, 1, 1), date(2023, 6, 30))
    assert list(sides.by_place(years[0], half)["id_b"]) == ["2023-Q1", "2023-Q2"]
    assert sides.beside(years[0], half) == sides.beside(half, years[0]) == 2
    assert sides.beside(*years) == 0


def test_what_nobody_recorded_is_no_number(years: tuple[Reading, Reading]) -> None:
    """The record begins in the last quarter of 2020, of which the first two hold no recap."""
    early = years[0].during(date(2020, 10, 1), date(2021, 6, 30))
    found = sides.by_place(early, years[0]).assign(mark_a="quarter=a", mark_b="quarter=b")
    assert list(found["known_a"]) == [True, False, False]
    assert list(found["known_b"]) == [False, True, True]  # nor is the first quarter of 2024
    first, second = side_by_side.draw(found, EN)["data"]
    assert [n is None for n in first["x"]] == [False, True, True]
    assert [n is None for n in second["x"]] == [True, False, False]
    assert list(side_by_side.table(found, EN)["Difference"]) == ["not recorded"] * 3
    assert side_by_side.say(found, EN) == "Nothing here is recorded in both A and B"


def test_the_default_is_the_period_before_or_the_last_year(years: tuple[Reading, Reading]) -> None:
    assert sides.default(years[0]) == (date(2023, 1, 1), date(2023, 12, 31))
    assert sides.year_before(years[0]) == (date(2023, 1, 1), date(2023, 12, 31))
    whole = years[0].during(*years[0].whole())
    assert sides.default(whole) == (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    "a, b, said", [(7, 5, "+2"), (5, 7, "−2"), (3, 3, "0"), (9, 20, "−11"), (12, 10, "+2 (+20%)")]
)
def test_a_percentage_needs_ten_on_both_sides(a: int, b: int, said: str) -> None:
    assert side_by_side.change(a, b, EN) == said


def test_both_selections_stand_in_the_link(watched: Watched) -> None:
    page = watched.open(f"/compare?{THIS}")
    assert LAST in page.url
    page.click("[data-filter=vs-region]")
    page.check("#pop-vs-region input[value=europe]")
    page.wait_for_url("**vs_region=europe**")
    watched.settle()
    assert "region=europe" not in page.url.replace("vs_region=europe", "")
    assert "B: 2023 · Region: Europe" in page.locator(".versus").inner_text()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Swap A and B").click()
    page.wait_for_url("**from=2023-01-01**")
    watched.settle()
    assert "A: 2023 · Region: Europe" in page.locator(".versus").inner_text()
    assert "B: 2024" in page.locator(".versus").inner_text()
    page.click("nav >> text=Themes")
    page.wait_for_url("**/themes?**")
    assert "vs_from=2024-01-01" in page.url


def test_what_the_link_says_wrong_of_the_other_is_named(watched: Watched) -> None:
    page = watched.open(f"/compare?{THIS}&{LAST}&vs_theme=smes,nope")
    assert "“nope” is not a known value of “vs_theme”" in page.locator(".notices").inner_text()
    assert "B: 2023 · Theme: SMEs" in page.locator(".versus").inner_text()
