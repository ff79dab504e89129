"""What changed since a snapshot, as a reader is told it on the page."""

import pytest

from dashboard.language import Language
from dashboard.look import look
from dashboard.reading import Reading, reading
from dashboard.widgets import snapshots as said
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
