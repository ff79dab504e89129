"""The odd cases of counting, once each, over the tiny record and added up by hand.

Its confirmed events: window-2023 (Paris, climate), spring-2024 (Canada, governance), month-2024
(no place, governance), webinar-2024 (online), gala-2024 (Montréal), summit-2025 (Belgrade,
December 2024), same-day-2024 (Toronto), spring-2025 (Tokyo). maybe-2024 (Dakar) is unconfirmed and
draft-2024 a draft. Within the gala: lunch and afterwards are confirmed, stream is unconfirmed,
secret is a draft.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pandas as pd
import pytest

from queries import asking, engines
from tests.records import Record

AUTUMN = {"from": "2024-10-01", "to": "2024-12-31"}
Ask = Callable[..., pd.DataFrame]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Answers a question for a link's parameters; built once, these tests only ask."""
    folder = tmp_path_factory.mktemp("tiny")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(folder / "home"))
        patch.setenv("OUTREACH_TODAY", "2025-02-14")
        engine = engines.connect(asking.url_of(Record(folder / "record").build().file))

        def asked(question: str, marks: dict[str, str] | None = None, **link: str) -> pd.DataFrame:
            chosen, problems = asking.read(engine, link)
            assert not problems
            return asking.ask(engine, question, {**chosen.values(), **(marks or {})})

        yield asked
        engine.close()


def ids(answer: pd.DataFrame) -> set[str]:
    return set(answer["event_id"])


def one(answer: pd.DataFrame) -> Any:
    (row,) = answer.itertuples()
    return row


def by(answer: pd.DataFrame, column: str) -> dict[str, int]:
    """What stands in a bar; bars of nothing are left out."""
    pairs = zip(answer[column], answer["events"], strict=True)
    return {str(value): int(n) for value, n in pairs if n}


def test_an_event_has_no_parent_and_an_activity_has_one(ask: Ask) -> None:
    # month, webinar, gala, summit, same-day; lunch and afterwards
    row = one(ask("headline", **AUTUMN))
    assert (row.events, row.activities) == (5, 2)


def test_drafts_never_count_and_unconfirmed_rows_only_when_asked(ask: Ask) -> None:
    # and maybe; and stream
    row = one(ask("headline", **AUTUMN, unconfirmed="1"))
    assert (row.events, row.activities) == (6, 3)
    assert "draft-2024" not in ids(ask("events", unconfirmed="1"))


def test_the_number_left_out_is_told(ask: Ask) -> None:
    assert ids(ask("unconfirmed", **AUTUMN)) == {"maybe-2024"}
    assert one(ask("headline", **AUTUMN)).unconfirmed_left_out == 1
    assert one(ask("headline", **AUTUMN, unconfirmed="1")).unconfirmed_left_out == 0
    assert one(ask("headline", **AUTUMN, theme="governance")).unconfirmed_left_out == 0


def test_a_partner_met_at_an_activity_alone_is_the_event_s(ask: Ask) -> None:
    assert ids(ask("events", partner="embassy")) == {"gala-2024"}


def test_what_a_draft_activity_carries_counts_nowhere(ask: Ask) -> None:
    # secret would bring climate and museum to the gala
    assert ids(ask("events", theme="climate", unconfirmed="1")) == {"window-2023"}
    assert ids(ask("events", partner="museum")) == {"window-2023", "spring-2024"}


def test_what_an_unconfirmed_activity_carries_counts_when_asked(ask: Ask) -> None:
    # stream brings smes and inria to the gala; same-day is of smes itself
    assert ids(ask("events", theme="smes")) == {"same-day-2024"}
    assert ids(ask("events", theme="smes", unconfirmed="1")) == {"same-day-2024", "gala-2024"}
    assert one(ask("headline", **AUTUMN)).partners == 4  # oecd, embassy, inria, queertech


def test_activities_under_a_filter_carry_the_value_themselves(ask: Ask) -> None:
    # the gala is of equality; so is afterwards, but not lunch
    assert ids(ask("selected_activity", theme="equality")) == {"gala-2024-afterwards"}
    # oecd is the gala's own partner, and no activity's
    assert one(ask("headline", partner="oecd")).activities == 0


def test_period_region_and_format_are_the_event_s_own(ask: Ask) -> None:
    # afterwards was in Paris on 7 November, stream was online
    assert ids(ask("selected_activity", region="quebec")) == {
        "gala-2024-lunch",
        "gala-2024-afterwards",
    }
    assert ids(ask("selected_activity", region="europe", unconfirmed="1")) == set()
    assert ids(ask("selected_activity", format="online", unconfirmed="1")) == set()
    assert len(ask("selected_activity", **{"from": "2024-11-05", "to": "2024-11-05"})) == 2
    assert len(ask("selected_activity", **{"from": "2024-11-07", "to": "2024-11-07"})) == 0


def test_any_theme_or_all_of_them(ask: Ask) -> None:
    # equality: gala; governance: spring-2024, month, gala, summit, spring-2025
    assert len(ask("events", theme="equality,governance")) == 5
    assert ids(ask("events", theme="equality,governance", match="all")) == {"gala-2024"}
    # the gala carries smes through stream alone
    every = {"theme": "equality,governance,smes", "match": "all"}
    assert ids(ask("events", **every)) == set()
    assert ids(ask("events", **every, unconfirmed="1")) == {"gala-2024"}


def test_a_theme_listed_twice_is_one(ask: Ask) -> None:
    # spring-2024 lists governance twice
    days = {"from": "2024-05-15", "to": "2024-05-15"}
    assert by(ask("events_by_theme", **days), "theme") == {"governance": 1}
    assert one(ask("headline", **days)).partners == 1


def test_themes_overlap_and_totals_are_of_events(ask: Ask) -> None:
    # gala: equality, governance; summit, month: governance; same-day: smes; webinar: none
    answer = ask("events_by_theme", **AUTUMN)
    assert by(answer, "theme") == {"governance": 3, "equality": 1, "smes": 1, "none": 1}
    row = next(answer.itertuples())
    assert (row.of_events, row.with_theme, row.pairs, row.with_several) == (5, 4, 5, 1)


def test_region_is_exclusive_and_follows_the_place(ask: Ask) -> None:
    # online: webinar. Not recorded: month, and spring-2024 in Canada without a province.
    assert by(ask("events_by_region"), "region") == {
        "quebec": 1,
        "canada_other": 1,
        "europe": 2,
        "asia": 1,
        "online": 1,
        "not_recorded": 2,
    }


def test_format_is_exclusive(ask: Ask) -> None:
    # in person: window, spring-2024, gala, summit, spring-2025; month: unknown
    assert by(ask("events_by_format"), "format") == {
        "in_person": 5,
        "online": 1,
        "hybrid": 1,
        "unknown": 1,
    }


def test_the_quarter_is_that_of_the_date_and_not_of_the_title(ask: Ask) -> None:
    # "Summit 2025" was held in December 2024
    assert "summit-2025" in ids(ask("events", {"mark_quarter": "2024-Q4"}))
    assert "summit-2025" in ids(ask("events", {"mark_year": "2024"}))


def test_a_window_stands_in_the_quarter_where_it_opens(ask: Ask) -> None:
    answer = ask("events_by_quarter", to="2023-12-31")
    assert [*zip(answer["quarter"], answer["events"], answer["approximate"], strict=True)] == [
        ("2023-Q3", 1, 1),
        ("2023-Q4", 0, 0),
    ]


def test_a_month_is_not_approximate(ask: Ask) -> None:
    assert one(ask("headline", **AUTUMN)).approximate == 0
    assert one(ask("headline")).approximate == 1  # window-2023


def test_both_calendars_hold_the_same_events(ask: Ask) -> None:
    # of 2023-24: window. Of 2024-25: spring-2024 and the five of autumn. Of 2025-26: spring-2025.
    fiscal = ask("events_by_quarter", calendar="fiscal").groupby("year")["events"].sum()
    assert dict(fiscal) == {"FY2023-24": 1, "FY2024-25": 6, "FY2025-26": 1}
    plain = ask("events_by_quarter").groupby("year")["events"].sum()
    assert dict(plain) == {"2023": 1, "2024": 6, "2025": 1}


def test_both_days_of_a_period_are_within_it(ask: Ask) -> None:
    two = {"from": "2024-11-05", "to": "2024-12-03"}
    assert ids(ask("events", **two)) == {"gala-2024", "summit-2025", "same-day-2024"}


def test_an_event_counts_on_the_day_it_starts_alone(ask: Ask) -> None:
    # the gala ran on 5 and 6 November
    assert len(ask("events", **{"from": "2024-11-06", "to": "2024-11-06"})) == 0


def test_coverage_is_that_of_the_quarter(ask: Ask) -> None:
    answer = ask("events_by_quarter")
    covered = dict(zip(answer["quarter"], answer["coverage"], strict=True))
    assert covered["2024-Q3"] == "none"
    assert covered["2024-Q4"] == "complete"
    assert covered["2023-Q3"] == "partial"
    assert covered["2025-Q2"] == "none"  # holds an event, but no line of coverage.csv


def test_the_quarter_of_today_still_runs(ask: Ask) -> None:
    answer = ask("events_by_quarter")
    assert list(answer.loc[answer["running"], "quarter"]) == ["2025-Q1"]  # 14 February 2025


def test_a_new_partner_is_new_in_the_whole_record(ask: Ask) -> None:
    # oecd: 1 October 2024; embassy: 5 November; queertech: 3 December. inria: September 2023.
    row = one(ask("headline", **AUTUMN))
    assert (row.partners, row.new_partners) == (4, 3)
    # a filter changes whom one meets, but not when one first met them
    row = one(ask("headline", **{"from": "2024-12-01", "to": "2024-12-31"}, theme="governance"))
    assert (row.partners, row.new_partners) == (1, 0)  # oecd at the summit


def test_an_unconfirmed_event_can_be_the_first(ask: Ask) -> None:
    # inria without the window, first at the gala's stream
    days = {"from": "2024-11-01", "to": "2024-11-30"}
    answer = ask("events_by_partner", **days, unconfirmed="1")
    first = dict(zip(answer["partner"], answer["first_seen"], strict=True))
    assert first == {
        "embassy": date(2024, 11, 5),
        "inria": date(2023, 9, 1),
        "oecd": date(2024, 10, 1),
    }


def test_standing_is_new_returning_or_lapsed(ask: Ask) -> None:
    # autumn meets oecd, embassy, queertech for the first time and inria again;
    # museum was met in May 2024, within the year before
    answer = ask("partners_by_standing", **AUTUMN)
    assert dict(zip(answer["partner"], answer["standing"], strict=True)) == {
        "museum": "lapsed",
        "oecd": "new",
        "embassy": "new",
        "queertech": "new",
        "inria": "returning",
    }


def test_one_lapses_after_the_four_quarters_before(ask: Ask) -> None:
    # museum: September 2023 and May 2024. From April 2025 on, May 2024 is within the year before;
    # from July 2025 on it is not.
    spring = ask("partners_by_standing", **{"from": "2025-04-01", "to": "2025-06-30"})
    assert "museum" in set(spring["partner"])
    summer = ask("partners_by_standing", **{"from": "2025-07-01", "to": "2025-09-30"})
    assert set(summer["partner"]) == {"oecd", "embassy", "inria", "queertech"}
    assert set(summer["standing"]) == {"lapsed"}


def test_unknown_places_are_counted_apart_from_online_ones(ask: Ask) -> None:
    row = one(ask("headline"))
    assert (row.events, row.without_place, row.online) == (8, 2, 1)
    assert row.without_partner == 1  # webinar


def test_countries_are_where_events_took_place(ask: Ask) -> None:
    # FR, CA (spring-2024, gala, same-day), RS, JP; maybe adds SN; afterwards adds no France
    assert one(ask("headline")).countries == 4
    assert one(ask("headline", unconfirmed="1")).countries == 5
    assert by(ask("events_by_country", **AUTUMN), "country") == {"CA": 2, "RS": 1}


def test_a_role_is_carried_like_a_theme(ask: Ask) -> None:
    # host and, through lunch and afterwards, meeting; speaker through stream
    assert ids(ask("events", role="meeting")) == {"gala-2024", "spring-2024"}
    assert ids(ask("events", role="speaker")) == {"same-day-2024"}
    assert ids(ask("events", role="unknown")) == {"month-2024"}


def test_filters_narrow_one_another(ask: Ask) -> None:
    both = {"theme": "governance", "partner": "oecd"}
    assert ids(ask("events", **both)) == {"gala-2024", "summit-2025", "month-2024"}
    assert ids(ask("events", **both, region="quebec")) == {"gala-2024"}


def test_a_project_is_carried(ask: Ask) -> None:
    assert by(ask("events_by_project"), "project") == {"atlas": 1}
    assert ids(ask("selected_activity", project="atlas")) == {"gala-2024-afterwards"}


def test_last_eight_quarters_are_whole_whatever_the_period(ask: Ask) -> None:
    # the period is one day of the quarter
    answer = ask("headline_by_quarter", **{"from": "2024-11-05", "to": "2024-11-05"})
    assert list(answer["quarter"])[::7] == ["2023-Q1", "2024-Q4"]
    last = answer.iloc[-1]
    assert (last["events"], last["activities"], last["partners"]) == (5, 2, 4)
    assert (last["new_partners"], last["countries"]) == (3, 2)


@pytest.mark.parametrize("days", [("1990-01-01", "1990-12-31"), ("2190-01-01", "2190-12-31")])
def test_a_period_far_from_the_record_holds_nothing(ask: Ask, days: tuple[str, str]) -> None:
    link = {"from": days[0], "to": days[1]}
    row = one(ask("headline", **link))
    assert (row.events, row.activities, row.partners, row.countries) == (0, 0, 0, 0)
    assert by(ask("events_by_theme", **link), "theme") == {}
