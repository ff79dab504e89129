"""What changed since a snapshot: told row by row, and the steps add up to the difference."""

import csv
import io
import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import snapshots
from queries import asking, changes, engines
from queries.audience import AUDIENCES
from queries.changes import HEADLINE, Changes
from queries.selection import Selection
from tests.records import COLUMNS, Record, line

FROZEN, TODAY = date(2025, 1, 15), date(2025, 2, 14)
WHOLE = {"from": "2023-07-01", "to": "2025-06-30"}
Row = dict[str, str]


def rows_of(record: Record) -> list[Row]:
    """The rows of the file `recaps`, with the columns of discretion."""
    path = record.folder / "sources/recaps/events.csv"
    found = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    return [dict.fromkeys(COLUMNS.split(","), "") | row for row in found]


def write(record: Record, rows: list[Row]) -> None:
    text = "\n".join([COLUMNS, *(line(**row) for row in rows)]) + "\n"
    (record.folder / "sources/recaps/events.csv").write_text(text, "utf-8")


def by_id(rows: list[Row], name: str) -> Row:
    (row,) = (row for row in rows if row["event_id"] == name)
    return row


@pytest.fixture
def frozen(record: Record, monkeypatch: pytest.MonkeyPatch) -> Record:
    """The tiny record, frozen as `then`."""
    monkeypatch.delenv("OUTREACH_AUDIENCE", raising=False)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY.isoformat())
    write(record, rows_of(record))
    record.build()
    snapshots.freeze("then", FROZEN)
    return record


def since(record: Record, name: str = "then", **link: str) -> Changes:
    """Build the record, and compare it with the snapshot."""
    assert not record.build().refused
    engine = asking.connect()
    snapshot = snapshots.read(name)
    chosen, problems = changes.read(snapshot, engine, {**WHOLE, **link})
    assert not problems
    found = changes.since(snapshot, engine, chosen)
    engine.close()
    return found


def told(found: Changes, *columns: str) -> list[tuple[Any, ...]]:
    return list(found.rows[list(columns)].itertuples(index=False, name=None))


def moved(found: Changes) -> list[tuple[int, ...]]:
    return told(found, *HEADLINE)


def test_nothing_changed(frozen: Record) -> None:
    found = since(frozen)
    assert found.rows.empty
    assert found.edits.empty
    assert list(found.headline.loc["difference"]) == [0, 0, 0, 0, 0]


def test_an_event_and_its_activity_are_added(frozen: Record) -> None:
    rows = rows_of(frozen)
    event = {"event_id": "new", "country_iso2": "JP", "partners": "oecd"}
    part = {"event_id": "a-part", "parent_event_id": "new", "partners": "queertech;museum"}
    write(frozen, [*rows, part, event])
    found = since(frozen, **{"from": "2024-10-01", "to": "2024-12-31"})
    assert told(found, "kind", "level", "event_id") == [
        ("added", "event", "new"),
        ("added", "activity", "a-part"),
    ]
    # queertech is in the quarter already; the museum was met in 2023, so it is not new
    assert moved(found) == [(1, 0, 0, 0, 1), (0, 1, 1, 0, 0)]


def test_an_edit_says_which_columns(frozen: Record) -> None:
    rows = rows_of(frozen)
    by_id(rows, "summit-2025").update(city="Paris", country_iso2="FR", partners="oecd;inria")
    write(frozen, rows)
    found = since(frozen)
    assert told(found, "kind", "event_id") == [("edited", "summit-2025")]
    assert dict(found.edits.set_index("column")["after"]) == {
        "city_en": "Paris",
        "city_fr": "Paris",
        "country_id": "FR",
        "partners": "inria;oecd",
    }
    assert "Country: RS → FR" in found.rows["edits"].iloc[0]
    assert moved(found) == [(0, 0, 0, 0, -1)]  # Serbia goes, France was there


def test_what_only_moves_in_its_file_did_not_change(frozen: Record) -> None:
    write(frozen, rows_of(frozen)[::-1])
    assert since(frozen).rows.empty


def test_an_event_withdrawn_goes_after_its_activities(frozen: Record) -> None:
    rows = rows_of(frozen)
    write(frozen, [row for row in rows if not row["event_id"].startswith("webinar")])
    found = since(frozen)
    assert told(found, "kind", "event_id", "into") == [("withdrawn", "webinar-2024", "")]
    assert moved(found) == [(-1, 0, 0, 0, 0)]


def test_a_row_whose_title_another_bears_is_merged(frozen: Record) -> None:
    rows = rows_of(frozen)
    by_id(rows, "webinar-2024").update(event_id="webinar-october")
    write(frozen, rows)
    found = since(frozen)
    assert told(found, "kind", "event_id", "into") == [
        ("added", "webinar-october", ""),
        ("merged", "webinar-2024", "webinar-october"),
    ]
    assert moved(found) == [(1, 0, 0, 0, 0), (-1, 0, 0, 0, 0)]


def test_a_double_whose_addresses_another_takes_over_is_merged(frozen: Record) -> None:
    double = {"event_id": "double", "title_en": "Summit", "title_fr": "Sommet"}
    one = {**double, "source_urls": "https://small.example/one"}
    two = {**double, "event_id": "other", "source_urls": "https://small.example/two"}
    rows = rows_of(frozen)
    write(frozen, [*rows, one, two])
    frozen.build()
    snapshots.freeze("doubled", FROZEN)
    both = {**two, "title_fr": "Le sommet"}
    both["source_urls"] += ";https://small.example/one"
    write(frozen, [*rows, both])
    found = since(frozen, "doubled")
    assert ("merged", "double", "other") in told(found, "kind", "event_id", "into")


RECAP = "https://small.example/recap"


@pytest.mark.parametrize(
    "kept",
    [
        {"event_id": "new", "title_en": "Another talk", "title_fr": "Autre exposé"},
        {"event_id": "new", "start_date": "2024-12-20", "end_date": "2024-12-20"},
        {"event_id": "new", "city": "Lyon", "country_iso2": "FR"},
        {"event_id": "twin"},
    ],
    ids=["another of the same recap", "the same of a month later", "elsewhere", "a twin untouched"],
)
def test_what_only_resembles_a_row_that_went_is_no_merger(frozen: Record, kept: Row) -> None:
    talk = {"title_en": "Talk", "title_fr": "Exposé", "source_urls": RECAP}
    gone = {**talk, "event_id": "gone", "city": "Paris", "country_iso2": "FR"}
    twin = {**talk, "event_id": "twin"}
    rows = rows_of(frozen)
    write(frozen, [*rows, gone, *([twin] if kept["event_id"] == "twin" else [])])
    frozen.build()
    snapshots.freeze("talked", FROZEN)
    write(frozen, [*rows, {**talk, **kept}])
    found = since(frozen, "talked")
    assert ("withdrawn", "gone", "") in told(found, "kind", "event_id", "into")
    assert "merged" not in set(found.rows["kind"])


def test_a_row_that_two_may_have_taken_over_is_withdrawn(frozen: Record) -> None:
    rows = rows_of(frozen)
    one = by_id(rows, "webinar-2024")
    rest = [row for row in rows if row is not one]
    write(frozen, [*rest, {**one, "event_id": "first"}, {**one, "event_id": "second"}])
    found = since(frozen)
    assert ("withdrawn", "webinar-2024", "") in told(found, "kind", "event_id", "into")


def test_a_page_that_tells_of_several_events_merges_none(frozen: Record) -> None:
    """The gala's lunch shares the gala's own page, before and after."""
    rows = [row for row in rows_of(frozen) if row["event_id"] != "gala-2024-lunch"]
    write(frozen, rows)
    assert told(since(frozen), "kind", "event_id") == [("withdrawn", "gala-2024-lunch")]


def test_a_selection_is_moved_by_what_it_holds(frozen: Record) -> None:
    rows = rows_of(frozen)
    by_id(rows, "webinar-2024").update(themes="climate")
    write(frozen, rows)
    assert moved(since(frozen, theme="climate")) == [(1, 0, 0, 0, 0)]
    assert moved(since(frozen, theme="smes")) == [(0, 0, 0, 0, 0)]


# Discretion


def test_what_became_internal_is_told_to_the_public_without_a_name(frozen: Record) -> None:
    rows = rows_of(frozen)
    by_id(rows, "summit-2025").update(visibility="internal")
    write(frozen, rows)
    found = since(frozen, audience="public")
    assert told(found, "kind", "level") == [("hidden", "event")]
    assert moved(found) == [(-1, 0, 0, 0, -1)]
    assert "ummit" not in found.rows.to_csv() + found.edits.to_csv()
    inside = since(frozen)
    assert told(inside, "kind", "event_id") == [("edited", "summit-2025")]
    assert moved(inside) == [(0, 0, 0, 0, 0)]


def test_what_is_hidden_changes_nothing_for_the_public(frozen: Record) -> None:
    secret = {"event_id": "secret", "visibility": "internal", "partners": "museum"}
    write(frozen, [*rows_of(frozen), secret])
    assert since(frozen, audience="public").rows.empty
    assert told(since(frozen), "kind", "event_id") == [("added", "secret")]


def test_an_embargo_that_ended_since_adds_an_event(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTREACH_TODAY", TODAY.isoformat())
    monkeypatch.delenv("OUTREACH_AUDIENCE", raising=False)
    rows = rows_of(record)
    by_id(rows, "summit-2025").update(embargoed_until="2025-02-01")
    write(record, rows)
    record.build()
    snapshots.freeze("then", FROZEN)
    found = since(record, audience="public")
    assert told(found, "kind", "event_id") == [("added", "summit-2025")]
    assert since(record).rows.empty


# Adding up, whatever was done


def edited(rows: list[Row], dice: random.Random) -> list[Row]:
    """The rows after a few random edits; still rows that a build keeps."""
    found = [dict(row) for row in rows]
    for n in range(dice.randint(1, 7)):
        dice.choice((add, change, change, change, withdraw))(found, dice, n)
    return found


def add(rows: list[Row], dice: random.Random, n: int) -> None:
    parents = ["", "", *(row["event_id"] for row in rows if not row["parent_event_id"])]
    row = dict.fromkeys(COLUMNS.split(","), "") | {"event_id": f"new-{n}-{dice.randint(0, 9)}"}
    row |= {"title_en": f"New {n}", "title_fr": f"Neuf {n}", "date_precision": "day"}
    row |= {"parent_event_id": dice.choice(parents), "status": "confirmed"}
    if row["event_id"] not in {other["event_id"] for other in rows}:
        rows.append(row | {name: dice.choice(VALUES[name]) for name in VALUES} | a_day(dice))


def change(rows: list[Row], dice: random.Random, _: int) -> None:
    name = dice.choice([*VALUES, "start_date"])
    row = dice.choice(rows)
    row.update(a_day(dice) if name == "start_date" else {name: dice.choice(VALUES[name])})


def withdraw(rows: list[Row], dice: random.Random, _: int) -> None:
    gone = dice.choice(rows)["event_id"]
    rows[:] = [row for row in rows if gone not in (row["event_id"], row["parent_event_id"])]


def a_day(dice: random.Random) -> Row:
    day = (date(2023, 8, 1) + timedelta(dice.randint(0, 600))).isoformat()
    return {"start_date": day, "end_date": day, "date_precision": "day"}


VALUES = {
    "status": ["confirmed", "unconfirmed", "draft"],
    "themes": ["", "equality", "smes;climate", "governance"],
    "partners": ["", "oecd", "museum;inria", "queertech"],
    "projects": ["", "atlas"],
    "role": ["", "host", "speaker"],
    "country_iso2": ["", "FR", "SN", "JP"],
    "format": ["", "online", "in_person"],
    "visibility": ["", "", "internal"],
    "embargoed_until": ["", "2025-01-31", "2025-06-01"],
    "title_en": ["Gala", "Talk", "Other"],
}
LINKS: list[Row] = [
    {},
    {"unconfirmed": "1"},
    {"from": "2024-10-01", "to": "2024-12-31"},
    {"theme": "governance,smes", "unconfirmed": "1"},
    {"theme": "equality,governance", "match": "all"},
    {"partner": "oecd,museum", "role": "unknown,host"},
]


@pytest.fixture(params=range(8))
def twice(
    request: pytest.FixtureRequest, record: Record, monkeypatch: pytest.MonkeyPatch
) -> Record:
    """A record edited at random, frozen, and edited at random again."""
    monkeypatch.setenv("OUTREACH_TODAY", TODAY.isoformat())
    monkeypatch.delenv("OUTREACH_AUDIENCE", raising=False)
    dice = random.Random(request.param)
    plain = [row | {"subdivision": ""} for row in rows_of(record)]
    first = edited(plain, dice)
    write(record, first)
    record.build()
    snapshots.freeze("then", FROZEN)
    write(record, edited(first, dice))
    record.build()
    return record


def test_the_steps_add_up_to_the_difference(twice: Record, request: pytest.FixtureRequest) -> None:
    engine, snapshot = asking.connect(), snapshots.read("then")
    then = engines.connect(asking.url_of(snapshot.warehouse))
    turn = request.node.callspec.params["twice"]
    for link in (LINKS[turn % len(LINKS)], LINKS[(turn + 1) % len(LINKS)]):
        for audience in AUDIENCES:
            asked = {**WHOLE, **link, "audience": audience}
            chosen, _ = changes.read(snapshot, engine, asked)
            found = changes.since(snapshot, engine, chosen)
            before = headline(then, chosen, FROZEN)
            after = headline(engine, chosen, TODAY)
            steps = found.rows[list(HEADLINE)].sum()
            assert [int(steps[name]) for name in HEADLINE] == [
                b - a for a, b in zip(before, after, strict=True)
            ]
            assert list(found.headline.loc["before"]) == before
            assert list(found.headline.loc["after"]) == after
    then.close()
    engine.close()


def headline(engine: Any, chosen: Selection, day: date) -> list[int]:
    (row,) = asking.ask(engine, "headline", chosen.values(day)).itertuples()
    return [int(getattr(row, name)) for name in HEADLINE]


# The command


def test_the_command_answers(frozen: Record, capsys: pytest.CaptureFixture[str]) -> None:
    write(frozen, [*rows_of(frozen), {"event_id": "new", "partners": "museum"}])
    frozen.build()
    capsys.readouterr()
    assert changes.main(["then", "--from", "2024-10-01", "--format", "csv"]) == 0
    printed = capsys.readouterr()
    (row,) = csv.DictReader(io.StringIO(printed.out))
    assert (row["kind"], row["event_id"], row["events"]) == ("added", "new", "1")
    assert "events: 6 on 2025-01-15, 7 now" in printed.err
    assert changes.main(["then", "--theme", "climate", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["events"] == 0


def test_without_options_the_snapshot_s_own_selection_applies(
    frozen: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    snapshots.freeze("smes", FROZEN, {"lang": "fr", "theme": "smes", **WHOLE})
    write(frozen, [*rows_of(frozen), {"event_id": "new", "themes": "smes"}])
    frozen.build()
    assert changes.main(["smes"]) == 0
    assert "events: 1 on 2025-01-15, 2 now" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words, status, named",
    [
        (["nothing"], 1, "“nothing”"),
        (["../then"], 1, "no name for a snapshot"),
        (["then", "--theme", "egality"], 2, "egality"),
    ],
)
def test_a_word_that_means_nothing_is_named(
    frozen: Record, capsys: pytest.CaptureFixture[str], words: list[str], status: int, named: str
) -> None:
    assert changes.main(words) == status
    printed = capsys.readouterr()
    assert printed.out == ""
    assert named in printed.err


def test_a_snapshot_of_another_program_is_said_to_be(
    frozen: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    file = snapshots.read("then").warehouse
    file.chmod(0o644)
    with duckdb.connect(str(file)) as db:
        db.execute("update record set schema_version = 'other'")
    assert changes.main(["then"]) == 1
    assert "other tables: the figures kept" in capsys.readouterr().err


def test_a_snapshot_that_is_damaged_is_said_to_be(frozen: Record) -> None:
    file: Path = snapshots.read("then").warehouse
    file.chmod(0o644)
    file.write_bytes(b"damaged")
    assert changes.main(["then"]) == 1
