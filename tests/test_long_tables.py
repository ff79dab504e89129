"""Tables that would have as many rows as the record are cut, and say of how many."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from dashboard import look as looks
from dashboard.reading import Reading, reading
from dashboard.widgets import behind, holdings, listing, readings
from dashboard.widgets.holdings import List
from queries import asking
from queries.selection import Selection
from tests.records import Record

ROOM = 1
CUT = "The first 1 of {n} are listed."
TABLES: dict[str, Callable[[Reading], List]] = {
    "withheld": holdings.withheld,
    "without_place": holdings.without_place,
    "file": lambda asked: readings.of_file({"rows": "file"}, asked),
    "theme_pairs": lambda asked: behind.theme_pairs({}, asked),
    "partner_pairs": lambda asked: behind.partner_pairs({}, asked),
}


@pytest.fixture
def read(record: Record) -> Iterator[Reading]:
    record.build()
    engine = asking.connect()
    chosen = Selection(*asking.whole(engine, date.max), unconfirmed=True)
    yield reading(engine, chosen, looks.look())
    engine.close()


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_cut_and_says_so(
    name: str, read: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = TABLES[name](read)
    for module in (holdings, readings, behind):
        monkeypatch.setattr(module, "MOST", ROOM)
    cut = TABLES[name](read)
    n = len(whole["table"]["rows"])
    assert n > ROOM
    assert CUT.format(n=n) not in whole["note"]
    assert CUT.format(n=n) in cut["note"]
    assert cut["sentence"] == whole["sentence"]
    assert len(cut["table"]["rows"]) == ROOM


def test_activities_of_the_latest_events_are_listed(
    read: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = listing.activities(read, listing.MOST)
    monkeypatch.setattr(listing, "MOST", 1)
    cut = listing.activities(read, listing.AT_FIRST)
    assert whole["more"] is cut["more"] is None
    assert cut["sentence"] == whole["sentence"]
    assert len(cut["rows"]) <= len(whole["rows"])


def test_rows_of_the_record_are_listed_up_to_the_most(read: Reading) -> None:
    whole, cut = listing.held({}, read, listing.MOST), listing.held({}, read, ROOM)
    assert cut["sentence"] == whole["sentence"]
    assert cut["rows"] == whole["rows"][:ROOM]
