"""What changed since a snapshot, as a reader is told it on the page."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.language import Language
from dashboard.look import look
from dashboard.reading import Reading, reading
from dashboard.widgets import changed as said
from dashboard.widgets import edited, holding
from dashboard.widgets.snapshots import kept
from data import snapshots
from queries import asking, changes
from tests.records import Record
from tests.test_changes import FROZEN, TODAY, WHOLE, by_id, rows_of, write


@pytest.fixture
def frozen(record: Record, monkeypatch: pytest.MonkeyPatch) -> Record:
    """The tiny record, frozen as `then`."""
    monkeypatch.delenv("OUTREACH_AUDIENCE", raising=False)
    monkeypatch.setenv("OUTREACH_TODAY", TODAY.isoformat())
    write(record, rows_of(record))
    record.build()
    snapshots.freeze("then", FROZEN)
    return record


def told(record: Record, language: str = "en", **link: str) -> tuple[changes.Changes, Reading]:
    """Build the record; what changed in it since, and who reads that."""
    assert not record.build().refused
    engine, snapshot = asking.connect(), snapshots.read("then")
    chosen, _ = changes.read(snapshot, engine, {**WHOLE, **link})
    found = changes.since(snapshot, engine, chosen)
    return found, reading(engine, chosen, look(language=Language(language)))


def test_the_public_reads_what_changed_beside_what_was_hidden(frozen: Record) -> None:
    """A frame of hidden rows and others holds NaN where a hidden one says nothing."""
    rows = rows_of(frozen)
    by_id(rows, "summit-2025").update(visibility="internal")
    by_id(rows, "webinar-2024").update(city="Paris", country_iso2="FR")
    write(frozen, [*rows, {"event_id": "new", "title_en": "New talk"}])
    effects = said.effects(*told(frozen, audience="public"))
    cells = str(effects)
    assert "New talk" in cells
    assert "no longer shown" in cells
    assert "not shown" in cells
    assert "ummit" not in cells
    assert "nan" not in cells.casefold()


def linked(name: str, reader: Reading) -> dict[str, str]:
    """The parameters of the way from the list to what changed since."""
    address = kept(snapshots.read(name), reader)["since"]
    return {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize(
    "link",
    [
        {},
        {"audience": "public"},
        {
            "from": "2024-10-01",
            "to": "2024-12-31",
            "theme": "smes",
            "lang": "en",
            "unconfirmed": "1",
        },
    ],
)
def test_the_list_leads_to_the_comparison_of_the_command(
    frozen: Record, link: dict[str, str]
) -> None:
    """Whatever the reader selected, also where the record was longer then."""
    snapshots.freeze("own", FROZEN, link)
    write(frozen, [row for row in rows_of(frozen) if row["start_date"] > "2024-02-01"])
    _, reader = told(frozen, "fr", theme="climate")
    engine, followed = asking.connect(), linked("own", reader)
    page, problems = asking.read(engine, followed)
    command, _ = changes.read(snapshots.read("own"), engine, {})
    assert not problems
    assert page == command
    assert followed["lang"] == "fr"


def test_each_snapshot_and_its_comparison_say_what_they_hold(frozen: Record) -> None:
    link = {"from": "2024-10-01", "to": "2024-12-31", "theme": "smes"}
    snapshots.freeze("inside", FROZEN, link)
    snapshots.freeze("outside", FROZEN, {**link, "audience": "public"})
    found, reader = told(frozen)
    inside = kept(snapshots.read("inside"), reader)["holds"]
    outside = kept(snapshots.read("outside"), reader)["holds"]
    assert [part in inside for part in ("Q4 2024", "SME", "those inside")] == [True] * 3
    assert "Public view" in outside
    note = said.headline(snapshots.read("outside"), found, reader)["note"]
    assert note.startswith("Compared for: ")
    assert note.endswith(f"The snapshot holds: {outside}.")
    same = reader.of(holding.own(snapshots.read("inside"), reader))
    assert "The snapshot holds" not in said.headline(snapshots.read("inside"), found, same)["note"]


def test_the_list_names_to_the_public_nothing_that_is_hidden(frozen: Record) -> None:
    rows = rows_of(frozen)
    by_id(rows, "gala-2024-lunch").update(visibility="internal")
    write(frozen, rows)
    snapshots.freeze("then-too", FROZEN, {**WHOLE, "partner": "embassy"})
    _, inside = told(frozen)
    assert "partner=embassy" in kept(snapshots.read("then-too"), inside)["since"]
    _, reader = told(frozen, audience="public")
    block = kept(snapshots.read("then-too"), reader)
    assert "embassy" not in str(block).casefold()
    assert "audience=public" in block["since"]


def cells(block: dict[str, Any]) -> list[tuple[str, ...]]:
    return [tuple(row) for row in block["table"]["rows"]]


def test_edits_are_said_in_the_reader_s_words(frozen: Record) -> None:
    rows = rows_of(frozen)
    by_id(rows, "summit-2025").update(visibility="internal", themes="smes;equality")
    by_id(rows, "webinar-2024").update(
        embargoed_until="2025-06-01", country_iso2="RS", start_date="2024-10-10", status="draft"
    )
    lunch = by_id(rows, "gala-2024-lunch")
    lunch.update(parent_event_id="summit-2025", city="")
    write(frozen, rows)
    found, reader = told(frozen, "fr")
    edits = cells(said.edits(found, reader))
    written = str(edits)
    titles = {row.event_id: row.title_fr for row in found.rows.itertuples()}
    fields = {(title, field): (before, after) for title, field, before, after in edits}
    assert fields[titles["summit-2025"], "Visibilité"] == ("public", "interne")
    assert fields[titles["webinar-2024"], "Visibilité"][1] == "sous embargo jusqu’au 1er juin 2025"
    assert fields[titles["webinar-2024"], "Pays"][1] == "Serbie"
    assert fields[titles["webinar-2024"], "Statut"] == ("confirmé", "brouillon")
    assert fields[titles["webinar-2024"], "Premier jour"][1] == "10 octobre 2024"
    assert (
        fields[titles["gala-2024-lunch"], "Fait partie de l’événement"][1] == titles["summit-2025"]
    )
    assert fields[titles["gala-2024-lunch"], "Ville (anglais)"][1] == "—"
    for raw in ("_id", "9999", "'nan'", "'None'", "smes;", "equality", "-2024", "2024-"):
        assert raw not in written


def test_every_column_of_a_row_has_a_name_in_each_language(frozen: Record) -> None:
    frozen.build()
    held = set(asking.ask(asking.connect(), "every_row", {"shown_on": date.max})) - {"event_id"}
    for language in ("en", "fr"):
        names = edited.columns(look(language=Language(language)))
        assert set(names) == held
        assert len(set(names.values())) == len(names)


def test_a_merged_row_says_into_what_and_by_which_rule(frozen: Record) -> None:
    rows = rows_of(frozen)
    by_id(rows, "webinar-2024").update(event_id="webinar-october")
    write(frozen, rows)
    block = said.effects(*told(frozen))
    assert "Taken as merged: " in block["note"]
    title = by_id(rows, "webinar-october")["title_en"]
    assert f"{title} → {title}" in [row[1] for row in cells(block)]


def test_the_public_reads_no_name_that_only_what_is_hidden_bears(frozen: Record) -> None:
    rows = rows_of(frozen)
    lunch = by_id(rows, "gala-2024-lunch")
    lunch.update(partners="")
    secret = {"event_id": "secret", "visibility": "internal", "partners": "embassy"}
    write(frozen, [*rows, secret])
    found, reader = told(frozen, audience="public")
    ((_, field, before, after),) = cells(said.edits(found, reader))
    assert (field, before, after) == ("Partners", "not shown", "—")
