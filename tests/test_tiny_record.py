"""The tables of the tiny record, added up by hand from its two files."""

from datetime import date
from types import SimpleNamespace

import pytest

from data import warehouse
from tests.records import Record

OF = "join fct_event using (event_no)"


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """Built once: these tests only ask."""
    folder = tmp_path_factory.mktemp("tiny")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(folder / "home"))
        file = Record(folder / "record").build().file
    with warehouse.connect(file) as db:
        yield SimpleNamespace(ask=lambda question: db.execute(question).fetchall())


def test_every_row_is_kept(record):
    files = record.ask("select file, rows_read, rows_kept, rows_refused from record_file")
    assert ("sources/pages/events.csv", 6, 6, 0) in files
    assert ("sources/recaps/events.csv", 8, 8, 0) in files
    assert ("vocabulary/themes.csv", 4, 4, 0) in files
    assert len(files) == 2 + 9


def test_an_activity_has_an_event(record):
    rows = record.ask("select event_id from fct_event where parent_event_id is not null order by 1")
    assert [event for (event,) in rows] == [
        "gala-2024-afterwards",
        "gala-2024-lunch",
        "gala-2024-secret",
        "gala-2024-stream",
    ]


def test_the_region_follows_the_place_and_an_activity_its_event(record):
    regions = dict(record.ask("select event_id, region_id from fct_event"))
    assert regions == {
        "gala-2024": "quebec",
        "gala-2024-lunch": "quebec",
        "gala-2024-stream": "quebec",  # itself online
        "gala-2024-secret": "quebec",
        "gala-2024-afterwards": "quebec",  # itself in Paris
        "summit-2025": "europe",
        "same-day-2024": "canada_other",
        "month-2024": "not_recorded",
        "webinar-2024": "online",
        "window-2023": "europe",
        "spring-2024": "not_recorded",  # in Canada, province not given
        "maybe-2024": "africa",
        "draft-2024": "not_recorded",
        "spring-2025": "asia",
    }


def test_country_format_and_role_stay_the_row_s_own(record):
    rows = record.ask(
        "select event_id, country_id, format_id, role_id from fct_event"
        " where event_id in ('gala-2024-stream', 'gala-2024-afterwards', 'month-2024') order by 1"
    )
    assert rows == [
        ("gala-2024-afterwards", "FR", "in_person", "meeting"),
        ("gala-2024-stream", None, "online", "speaker"),
        ("month-2024", None, "unknown", "unknown"),
    ]


def test_a_title_stands_in_for_the_other_language(record):
    titles = record.ask("select title_en, title_fr from fct_event where event_id = 'spring-2024'")
    assert titles == [("Rencontre du printemps", "Rencontre du printemps")]


def test_dates_come_from_the_dates_and_not_from_the_title(record):
    rows = record.ask("select start_date, end_date from fct_event where title_en = 'Summit 2025'")
    assert rows == [(date(2024, 12, 3), date(2024, 12, 4))]


def carried(record, kind):
    only_unconfirmed = "confirmed_from is null"
    bridge = f"bridge_event_{kind}"
    question = f"select {bridge}.{kind}_id, own, {only_unconfirmed} from {bridge}"
    return set(record.ask(f"{question} {OF} where event_id = 'gala-2024'"))


def test_an_event_carries_what_its_activities_do(record):
    assert carried(record, "theme") == {
        ("equality", True, False),
        ("governance", True, False),
        ("smes", False, True),  # of an unconfirmed activity alone; climate is of a draft
    }
    assert carried(record, "partner") == {
        ("oecd", True, False),
        ("embassy", False, False),
        ("inria", False, True),
    }
    assert carried(record, "project") == {("atlas", True, False)}
    assert carried(record, "role") == {
        ("host", True, False),
        ("meeting", False, False),
        ("speaker", False, True),
    }


def test_an_activity_carries_its_own_alone(record):
    rows = record.ask(
        "select event_id, theme_id, own, confirmed_from is null from bridge_event_theme"
        f" {OF} where event_id like 'gala-2024-%'"
    )
    assert set(rows) == {
        ("gala-2024-lunch", "governance", True, False),
        ("gala-2024-stream", "smes", True, False),
        ("gala-2024-stream", "equality", True, False),
        ("gala-2024-secret", "climate", True, False),
        ("gala-2024-afterwards", "equality", True, False),
    }


def test_a_bridge_holds_each_pair_once(record):
    for kind in ("theme", "partner", "project", "role"):
        pairs = record.ask(f"select event_no, {kind}_id from bridge_event_{kind}")
        assert len(pairs) == len(set(pairs))


def test_addresses_keep_their_order_and_only_links_are_links(record):
    rows = record.ask(
        "select event_id, position, url from bridge_event_url"
        f" {OF} where event_id in ('gala-2024', 'spring-2024') order by position"
    )
    assert rows == [
        ("gala-2024", 1, "https://small.example/gala"),
        ("gala-2024", 2, "https://small.example/photos"),
    ]


def test_vocabularies_keep_the_order_of_their_files(record):
    rows = record.ask("select theme_id, core, position from dim_theme order by position")
    assert rows == [
        ("equality", True, 1),
        ("governance", True, 2),
        ("smes", True, 3),
        ("climate", False, 4),
    ]


def test_a_partner_has_kind_country_and_aliases(record):
    rows = record.ask(
        "select acronym_en, aliases, kind_id, country_id, position from dim_partner"
        " where partner_id in ('oecd', 'museum') order by position"
    )
    assert rows == [
        ("OECD", "OCDE;OECD.AI", "intergovernmental", "FR", 1),
        (None, None, "other", None, 4),
    ]


def test_a_source_says_where_it_comes_from(record):
    rows = record.ask("select source_id, url, retrieved, kind from dim_source order by 1")
    assert rows == [
        ("pages", "https://one.example;https://two.example", date(2025, 1, 31), "pages"),
        ("recaps", "https://small.example/recaps", date(2025, 2, 1), "recap"),
    ]


def test_the_record_spans_whole_quarters(record):
    rows = record.ask("select first_day, last_day, retrieved from record")
    assert rows == [(date(2023, 7, 1), date(2025, 6, 30), date(2025, 2, 1))]


def test_the_organisation_is_one_row(record):
    rows = record.ask("from dim_organisation")
    assert rows == [
        ("Centre for Small Numbers", "Centre des petits nombres", "CPN", "https://small.example", 4)
    ]


def test_what_looks_odd_is_said_and_kept(record):
    rows = record.ask("select severity, line, column_name, reason_id from finding")
    assert set(rows) == {
        ("warning", 3, "title_en", "title_in_one_language"),
        ("warning", 3, "subdivision", "canada_without_subdivision"),
        ("warning", 3, "themes", "value_twice"),
        ("warning", 3, "source_urls", "not_an_address"),
        ("warning", 4, "end_date", "outside_parent"),
        ("warning", 7, "start_date", "quarter_without_coverage"),
    }


def test_a_finding_is_told_in_both_languages(record):
    rows = record.ask("select text_en, text_fr from finding where reason_id = 'value_twice'")
    assert rows == [
        (
            "“governance” is listed twice, and counted once.",
            "« governance » est inscrit deux fois et compté une fois.",
        )
    ]
