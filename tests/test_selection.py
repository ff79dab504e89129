"""What a link means: there and back, with rubbish in it, and the period before a period."""

import os
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import comparison, selection
from queries.comparison import Comparison
from queries.selection import CALENDARS, DIMENSIONS, MATCHES, PARAMETERS, Problem, Selection

WHOLE = (date(2020, 10, 1), date(2025, 12, 31))
KNOWN = {name: tuple(f"{name}-{n}" for n in range(5)) for name in DIMENSIONS}
DRAWN = settings(max_examples=300, deadline=None, derandomize="CI" in os.environ)


def read(link: dict[str, str]) -> tuple[Selection, list[Problem]]:
    return selection.read(link, KNOWN, WHOLE)


def days() -> st.SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2200, 12, 31))


def chosen() -> st.SearchStrategy[Selection]:
    ids = {
        name: st.lists(st.sampled_from(KNOWN[name]), unique=True).map(tuple) for name in DIMENSIONS
    }
    return st.builds(
        lambda bounds, **rest: Selection(*sorted(bounds), **rest),
        st.tuples(days(), days()),
        calendar=st.sampled_from(CALENDARS),
        match=st.sampled_from(MATCHES),
        unconfirmed=st.booleans(),
        **ids,
    )


@DRAWN
@given(chosen())
def test_a_selection_survives_its_link(there: Selection) -> None:
    back, problems = read(there.link())
    assert back == there
    assert problems == []


@DRAWN
@given(chosen())
def test_a_link_says_only_what_it_must(there: Selection) -> None:
    link = there.link()
    assert set(link) <= set(PARAMETERS)
    assert {"from", "to", "calendar"} <= set(link)
    assert all(link.values())
    assert ("match" in link) == (there.match == "all")
    assert ("unconfirmed" in link) == there.unconfirmed


def words() -> st.SearchStrategy[str]:
    """Rubbish, and what is nearly right."""
    near = [
        *("2024-02-30", "2024-2-3", "20240203", "0000-00-00", "2024-13-01", "١٢٣٤-٠١-٠١"),
        *("theme-0", "theme-0,theme-0", "THEME-0", "theme-9", ",,,", " ", "none", "all", "1"),
        *("fiscal", "<script>", "'; drop table record; --", "\x00", "\u202e", "é" * 3000),
    ]
    return st.sampled_from(near) | st.text() | st.dates().map(str)


@DRAWN
@given(st.dictionaries(st.sampled_from(PARAMETERS) | st.text(), words()))
def test_no_link_is_too_bad_to_be_read(link: dict[str, str]) -> None:
    found, problems = read(link)
    assert found.first_day <= found.last_day
    assert all(set(found.chosen(name)) <= set(KNOWN[name]) for name in DIMENSIONS)
    assert found.calendar in CALENDARS
    assert found.match in MATCHES
    assert {problem.parameter for problem in problems} <= set(PARAMETERS)
    again, none = read(found.link())
    assert (again, none) == (found, [])


@DRAWN
@given(chosen(), st.sampled_from(PARAMETERS), st.text(min_size=1).filter(str.strip))
def test_what_is_not_bad_applies(there: Selection, name: str, rubbish: str) -> None:
    """Rubbish in one parameter leaves every other as it was."""
    good, _ = read({key: value for key, value in there.link().items() if key != name})
    found, problems = read({**there.link(), name: f"§{rubbish}".replace(",", "")})
    assert found == good
    assert [problem.parameter for problem in problems] == [name]


def test_nothing_chosen_is_the_whole_record() -> None:
    assert read({}) == (Selection(*WHOLE), [])


def test_unknown_ids_are_named_each_and_the_known_ones_apply() -> None:
    found, problems = read({"theme": "theme-1,x,theme-0,y"})
    assert found.theme == ("theme-1", "theme-0")
    assert problems == [
        Problem("theme", "x", KNOWN["theme"]),
        Problem("theme", "y", KNOWN["theme"]),
    ]


def test_an_id_of_another_dimension_is_unknown() -> None:
    found, problems = read({"theme": "partner-1"})
    assert found.theme == ()
    assert [problem.value for problem in problems] == ["partner-1"]


def test_an_id_given_twice_is_one() -> None:
    assert read({"theme": "theme-0, theme-0 ,,"})[0].theme == ("theme-0",)


@pytest.mark.parametrize(
    "text",
    [
        *("2024-13-01", "2024-02-30", "2024-1-1", "20240101", "1 May 2024", "2024", "tomorrow"),
        *("1899-12-31", "2201-01-01", "2024-01-01T00:00", "2024-W40-1", "-024-01-01"),
    ],
)
@pytest.mark.parametrize("name", ["from", "to"])
def test_a_day_is_written_as_year_month_day(name: str, text: str) -> None:
    found, problems = read({name: text})
    assert (found.first_day, found.last_day) == WHOLE
    assert problems == [Problem(name, text)]


def test_days_in_the_wrong_order_are_named() -> None:
    found, (problem,) = read({"from": "2024-12-31", "to": "2024-01-01", "theme": "theme-1"})
    assert (found.first_day, found.last_day) == WHOLE
    assert found.theme == ("theme-1",)
    assert (problem.parameter, problem.value) == ("from", "2024-12-31 > 2024-01-01")


@pytest.mark.parametrize(
    "link, period",
    [
        ({"from": "2024-05-01"}, (date(2024, 5, 1), WHOLE[1])),
        ({"to": "2024-05-01"}, (WHOLE[0], date(2024, 5, 1))),
        ({"from": "2030-01-01"}, (date(2030, 1, 1), date(2030, 1, 1))),
        ({"to": "1999-01-01"}, (date(1999, 1, 1), date(1999, 1, 1))),
    ],
)
def test_a_bound_alone(link: dict[str, str], period: tuple[date, date]) -> None:
    found, problems = read(link)
    assert (found.first_day, found.last_day) == period
    assert problems == []


@pytest.mark.parametrize(
    "link, day",
    [
        ({"from": "2030-01-01", "to": "rubbish"}, date(2030, 1, 1)),
        ({"from": "rubbish", "to": "1999-01-01"}, date(1999, 1, 1)),
    ],
)
def test_a_bound_beside_a_bad_one_is_a_bound_alone(link: dict[str, str], day: date) -> None:
    found, problems = read(link)
    assert (found.first_day, found.last_day) == (day, day)
    assert [problem.value for problem in problems] == ["rubbish"]


def test_a_bound_beside_an_empty_one_is_a_bound_alone() -> None:
    assert read({"from": " ", "to": "1999-01-01"}) == read({"to": "1999-01-01"})


def test_several_themes_are_wanted_only_with_all() -> None:
    both = Selection(*WHOLE, theme=("theme-0", "theme-1"))
    assert both.values()["themes_wanted"] == 1
    every = Selection(*WHOLE, theme=("theme-0", "theme-1"), match="all")
    assert every.values()["themes_wanted"] == 2
    assert every.values()["theme_count"] == 2


@pytest.mark.parametrize(
    "day, before",
    [
        (date(2024, 10, 1), date(2023, 10, 1)),
        (date(2024, 2, 29), date(2023, 2, 28)),
    ],
)
def test_a_year_before(day: date, before: date) -> None:
    assert Selection(day, day).values()["before"] == before


def test_filters_are_lifted_one_at_a_time() -> None:
    both = Selection(*WHOLE, theme=("theme-0",), region=("region-0",))
    assert both.without("theme") == Selection(*WHOLE, region=("region-0",))
    assert both.without("theme").without("region") == Selection(*WHOLE)


# The period before a period. Later: a day on which the period is over.

LATER = date(2030, 1, 1)


@pytest.mark.parametrize(
    "first, last, before",
    [
        # whole months: a quarter, a year, February, two years over a leap day
        ("2024-10-01", "2024-12-31", ("2024-07-01", "2024-09-30")),
        ("2024-01-01", "2024-12-31", ("2023-01-01", "2023-12-31")),
        ("2024-03-01", "2024-03-31", ("2024-02-01", "2024-02-29")),
        ("2023-02-01", "2023-02-28", ("2023-01-01", "2023-01-31")),
        ("2024-01-01", "2025-12-31", ("2022-01-01", "2023-12-31")),
        ("2024-04-01", "2025-03-31", ("2023-04-01", "2024-03-31")),
        # other days: as many
        ("2024-10-02", "2024-12-31", ("2024-07-03", "2024-10-01")),
        ("2024-02-01", "2024-02-28", ("2024-01-04", "2024-01-31")),  # not whole in a leap year
        ("2024-11-05", "2024-11-05", ("2024-11-04", "2024-11-04")),
        ("2024-02-29", "2024-02-29", ("2024-02-28", "2024-02-28")),
        ("2024-03-01", "2024-03-01", ("2024-02-29", "2024-02-29")),
    ],
)
def test_the_period_before(first: str, last: str, before: tuple[str, str]) -> None:
    days = (date.fromisoformat(first), date.fromisoformat(last))
    wanted = Comparison(*map(date.fromisoformat, before))
    assert comparison.before(*days, LATER) == wanted


@pytest.mark.parametrize(
    "first, last, today, before",
    [
        # on 23 November 54 days have passed; the quarter before has them until 23 August
        ("2026-10-01", "2026-12-31", "2026-11-23", ("2026-07-01", "2026-08-23")),
        ("2026-10-01", "2026-12-31", "2026-10-01", ("2026-07-01", "2026-07-01")),
        # 29 days of March: February has but 28
        ("2026-03-01", "2026-03-31", "2026-03-29", ("2026-02-01", "2026-02-28")),
        ("2024-01-01", "2024-12-31", "2024-03-01", ("2023-01-01", "2023-03-02")),
        ("2026-11-10", "2026-11-29", "2026-11-12", ("2026-10-21", "2026-10-23")),
    ],
)
def test_as_many_days_as_have_passed(
    first: str, last: str, today: str, before: tuple[str, str]
) -> None:
    now = date.fromisoformat(today)
    found = comparison.before(date.fromisoformat(first), date.fromisoformat(last), now)
    assert found == Comparison(*map(date.fromisoformat, before), until=now)


@pytest.mark.parametrize(
    "first, today, before",
    [
        ("2026-10-01", "2026-11-23", ("2026-07-01", "2026-08-23")),  # a quarter to date
        ("2026-04-01", "2026-11-23", ("2025-04-01", "2025-11-23")),  # a fiscal year to date
        ("2026-01-01", "2026-11-23", ("2025-01-01", "2025-11-23")),  # a year to date
    ],
)
def test_a_period_to_date(first: str, today: str, before: tuple[str, str]) -> None:
    now = date.fromisoformat(today)
    found = comparison.before(date.fromisoformat(first), now, now)
    assert found == Comparison(*map(date.fromisoformat, before), until=now)


@pytest.mark.parametrize("today", ["2025-01-01", "2024-09-30"])
def test_a_period_that_is_over_or_to_come_does_not_run(today: str) -> None:
    found = comparison.before(date(2024, 10, 1), date(2024, 12, 31), date.fromisoformat(today))
    assert found == Comparison(date(2024, 7, 1), date(2024, 9, 30))


@DRAWN
@given(days(), st.integers(0, 1500), days())
def test_the_period_before_ends_before_it(first: date, length: int, today: date) -> None:
    last = first + timedelta(length)
    found = comparison.before(first, last, today)
    assert found.first_day <= found.last_day < first
    to_date = first.day == 1 and last == today
    assert (found.until == today) == (first <= today < last or to_date)
    if found.until is None:
        assert found.last_day == first - timedelta(1)
