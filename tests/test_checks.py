"""Each check finds the line it is there for."""

import pytest

from data.checking import CHECKS
from tests.records import line

LONG = "2024-11-20"
# reason: the line that it is said of, its column and its value
REFUSED = {
    "event_id_missing": ({"event_id": ""}, "event_id", None),
    "event_id_malformed": ({"event_id": "Été 2024"}, "event_id", "Été 2024"),
    "event_id_twice": ({"event_id": "other"}, "event_id", "other"),
    "title_missing": ({"title_en": "", "title_fr": " "}, "title_en", None),
    "bad_start_date": ({"start_date": "2024-2-30"}, "start_date", "2024-2-30"),
    "bad_end_date": ({"end_date": "2024-11-31"}, "end_date", "2024-11-31"),
    "dates_reversed": ({"end_date": "2024-11-19"}, "end_date", "2024-11-19"),
    "date_out_of_range": ({"end_date": "2101-01-01"}, "end_date", "2101-01-01"),
    "unknown_date_precision": ({"date_precision": "hour"}, "date_precision", "hour"),
    "unknown_status": ({"status": "done"}, "status", "done"),
    "unknown_visibility": ({"visibility": "secret"}, "visibility", "secret"),
    "bad_embargo": ({"embargoed_until": "2026-02-30"}, "embargoed_until", "2026-02-30"),
    "unknown_format": ({"format": "by post"}, "format", "by post"),
    "unknown_role": ({"role": "chief"}, "role", "chief"),
    "unknown_country": ({"country_iso2": "ca"}, "country_iso2", "ca"),
    "unknown_theme": ({"themes": "equality;egality"}, "themes", "egality"),
    "unknown_partner": ({"partners": "oecd; ocde"}, "partners", "ocde"),
    "unknown_project": ({"projects": "atlantis"}, "projects", "atlantis"),
    "subdivision_elsewhere": (
        {"country_iso2": "FR", "subdivision": "CA-QC"},
        "subdivision",
        "CA-QC",
    ),
    "parent_is_itself": ({"parent_event_id": "good"}, "parent_event_id", "good"),
    "unknown_parent": ({"parent_event_id": "nobody"}, "parent_event_id", "nobody"),
    "parent_is_activity": (
        {"parent_event_id": "gala-2024-lunch"},
        "parent_event_id",
        "gala-2024-lunch",
    ),
}
WARNED = {
    "outside_parent": (
        {"parent_event_id": "gala-2024", "start_date": "2024-11-04", "end_date": "2024-11-05"},
        "start_date",
        "2024-11-04 – 2024-11-05",
    ),
    "title_in_one_language": ({"title_fr": ""}, "title_fr", "Good"),
    "not_a_whole_month": ({"date_precision": "month"}, "date_precision", f"{LONG} – {LONG}"),
    "canada_without_subdivision": (
        {"country_iso2": "CA", "city": "Ottawa"},
        "subdivision",
        "Ottawa",
    ),
    "value_twice": ({"partners": "oecd;inria;oecd"}, "partners", "oecd"),
    "quarter_without_coverage": (
        {"start_date": "2025-05-01", "end_date": "2025-05-01"},
        "start_date",
        "2025-05-01",
    ),
    "not_an_address": (
        {"source_urls": "javascript:alert(1)"},
        "source_urls",
        "javascript:alert(1)",
    ),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_a_bad_line_is_refused(record, reason):
    fields, column, value = REFUSED[reason]
    record.add_lines(line(event_id="other"), line(**fields))
    assert record.said() == [("refused", 3, column, value, reason)]


@pytest.mark.parametrize("reason", WARNED)
def test_an_odd_line_is_kept_with_a_warning(record, reason):
    fields, column, value = WARNED[reason]
    record.add_lines(line(event_id="other"), line(**fields))
    assert record.said() == [("warning", 3, column, value, reason)]
    assert record.ask("select count(*) from fct_event where source_id = 'extra'") == [(2,)]


@pytest.mark.parametrize(
    "address",
    ["HTTPS://A.EXAMPLE/x", "Http://a.example/l'%C3%A9t%C3%A9?a=1&b=(2)", "https://été.example/"],
)
def test_an_address_is_a_link_in_any_case(record, address):
    record.add_lines(line(source_urls=address))
    assert record.said() == []
    assert record.ask(
        "select url from bridge_event_url join fct_event using (event_no) where event_id = 'good'"
    ) == [(address,)]


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/two words",
        "https://a.example/\u00a0x",
        'https://a.example/"onclick="alert(1)',
        "https://a.example/<b>",
        "see https://a.example",
        "https://",
        "JavaScript:alert(1)",
    ],
)
def test_what_is_no_address_stays_text(record, text):
    record.add_lines(line(source_urls=f"{text};https://b.example"))
    assert record.said() == [("warning", 2, "source_urls", text, "not_an_address")]
    links = record.ask(
        "select url from bridge_event_url join fct_event using (event_no) where event_id = 'good'"
    )
    assert links == [("https://b.example",)]


def test_activities_go_with_their_event(record):
    record.add_lines(
        line(event_id="event", role="chief"),
        line(event_id="first", parent_event_id="event"),
        line(event_id="second", parent_event_id="event"),
    )
    assert record.said() == [
        ("refused", 2, "role", "chief", "unknown_role"),
        ("refused", 3, "parent_event_id", "event", "parent_refused"),
        ("refused", 4, "parent_event_id", "event", "parent_refused"),
    ]


def test_every_check_has_a_bad_line_here():
    assert {file.stem for file in CHECKS.glob("*.sql")} == {
        *REFUSED,
        *WARNED,
        "parent_refused",
    }


def test_the_first_of_two_ids_stays_and_the_other_is_told_where_it_is(record):
    record.add_lines(line(title_en="First"), line(title_en="Second"))
    kept = record.ask("select title_en from fct_event where event_id = 'good'")
    said = record.ask("select text_en from finding where reason_id = 'event_id_twice'")
    assert kept == [("First",)]
    assert said == [("“good” is already the id of sources/extra/events.csv:2.",)]


def test_a_row_with_several_faults_is_one_refused_row(record):
    record.add_lines(line(role="chief", status="done", themes="x;y"))
    built = record.build()
    (sentence,) = built.refused
    assert sentence.startswith("sources/extra/events.csv, line 2, column role: ")
    assert "column status: " in sentence
    assert sentence.count("themes.csv has no") == 2


def test_a_refused_row_is_not_warned_of(record):
    record.add_lines(line(role="chief", title_fr=""))
    assert [row[4] for row in record.said()] == ["unknown_role"]


def test_refused_rows_do_not_stop_the_rest(record):
    record.add_lines(line(), line(event_id="bad", role="chief"))
    files = record.ask(
        "select rows_read, rows_kept, rows_refused from record_file where source_id = 'extra'"
    )
    assert files == [(2, 1, 1)]


def test_a_parent_may_stand_in_another_source_and_below(record):
    record.add_lines(
        line(event_id="activity", parent_event_id="event"),
        line(event_id="event"),
        line(
            event_id="other",
            parent_event_id="window-2023",
            start_date="2023-09-02",
            end_date="2023-09-02",
        ),
    )
    assert record.said() == []
