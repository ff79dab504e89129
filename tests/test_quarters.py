"""The quarters of both calendars, against dates counted by hand."""

from datetime import date

import pytest

from data.quarters import Coverage, Quarter, rows

NONE, PARTIAL, WHOLE = (Coverage(kind) for kind in ("none", "partial", "complete"))


def named(month, first=date(2024, 10, 1), last=date(2024, 12, 31), covered=None):
    found = rows(first, last, month, covered or {})
    return {row["quarter_id"]: row for row in found if row["calendar"] == "fiscal"}


def test_a_calendar_quarter_is_named_in_both_languages():
    found = rows(date(2024, 10, 1), date(2024, 12, 31), 4, {})
    (row,) = (row for row in found if row["quarter_id"] == "2024-Q4")
    assert (row["year_id"], row["label_en"], row["label_fr"]) == ("2024", "Q4 2024", "T4 2024")
    assert (row["months_en"], row["months_fr"]) == ("Oct–Dec 2024", "oct.–déc. 2024")
    assert (row["first_day"], row["last_day"]) == (date(2024, 10, 1), date(2024, 12, 31))


def test_a_fiscal_year_from_april():
    row = named(4)["FY2024-25-Q3"]
    assert (row["year_id"], row["label_en"], row["label_fr"]) == (
        "FY2024-25",
        "FY2024-25 Q3",
        "T3 2024-2025",
    )
    assert (row["first_day"], row["last_day"]) == (date(2024, 10, 1), date(2024, 12, 31))


def test_a_fiscal_year_from_january_is_one_year():
    row = named(1)["FY2024-Q4"]
    assert (row["year_id"], row["label_en"], row["label_fr"]) == ("FY2024", "FY2024 Q4", "T4 2024")


def test_a_quarter_may_span_two_years():
    row = named(12)["FY2024-25-Q1"]
    assert (row["months_en"], row["months_fr"]) == ("Dec 2024–Feb 2025", "déc. 2024–févr. 2025")
    assert row["last_day"] == date(2025, 2, 28)


def test_the_turn_of_a_century():
    assert Quarter.of(date(1999, 12, 31), 4).years(2) == "1999-00"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_day_is_in_one_quarter(month):
    found = sorted(named(month).values(), key=lambda row: row["position"])
    for before, after in zip(found, found[1:], strict=False):
        assert (after["first_day"] - before["last_day"]).days == 1
        assert after["position"] == before["position"] + 1
    assert all(row["first_day"].month % 3 == month % 3 for row in found)


def test_quarters_reach_from_8_before_to_40_after():
    found = list(rows(date(2024, 7, 1), date(2024, 12, 31), 4, {}))
    calendar = [row for row in found if row["calendar"] == "calendar"]
    assert len(calendar) == 8 + 2 + 40
    assert (calendar[0]["quarter_id"], calendar[-1]["quarter_id"]) == ("2022-Q3", "2034-Q4")


@pytest.mark.parametrize(
    "october, january, expected",
    [
        (WHOLE, WHOLE, "complete"),
        (WHOLE, NONE, "partial"),
        (NONE, NONE, "none"),
        (PARTIAL, PARTIAL, "partial"),
        (NONE, PARTIAL, "partial"),
    ],
)
def test_a_fiscal_quarter_across_two_is_covered_as_both_are(october, january, expected):
    covered = {"2024-Q4": october, "2025-Q1": january}
    assert named(12, covered=covered)["FY2024-25-Q1"]["coverage"] == expected


def test_a_quarter_is_listed_when_the_coverage_says_anything_of_it():
    found = named(12, covered={"2024-Q4": NONE})
    assert [name for name, row in found.items() if row["listed"]] == [
        "FY2023-24-Q4",
        "FY2024-25-Q1",
    ]


def test_notes_of_both_quarters_are_told_once_each():
    covered = {"2024-Q4": Coverage("partial", "a", "b"), "2025-Q1": Coverage("none", "a", "c")}
    row = named(12, covered=covered)["FY2024-25-Q1"]
    assert (row["note_en"], row["note_fr"]) == ("a", "b; c")


def test_an_aligned_fiscal_quarter_is_covered_as_the_calendar_one(record):
    pairs = record.ask(
        "select fiscal.coverage, calendar.coverage, fiscal.note_fr, calendar.note_fr"
        " from dim_quarter as fiscal join dim_quarter as calendar"
        " on calendar.first_day = fiscal.first_day"
        " where fiscal.calendar = 'fiscal' and calendar.calendar = 'calendar'"
    )
    assert len(pairs) == 56
    assert all(pair[0] == pair[1] and pair[2] == pair[3] for pair in pairs)
    assert {pair[0] for pair in pairs} == {"complete", "partial", "none"}


def test_an_empty_record_has_no_quarters(record):
    for path in record.folder.glob("sources/*/events.csv"):
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    coverage = record.folder / "vocabulary/coverage.csv"
    coverage.write_text("quarter,coverage,note_en,note_fr\n", encoding="utf-8")
    assert record.ask("select count(*) from dim_quarter") == [(0,)]
    assert record.ask("select first_day, last_day from record") == [(None, None)]
