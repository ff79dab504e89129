"""A panel names what is open in words, also where the selection does not reach it."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.language import Language
from dashboard.look import look
from dashboard.reading import Reading, reading
from dashboard.widgets import drill
from queries import asking
from queries.selection import Selection
from tests.records import Record


def reader(record: Record, calendar: str) -> Reading:
    """Who selected one quarter of the tiny record, in French."""
    record.build()
    chosen = Selection(date(2024, 10, 1), date(2024, 12, 31), calendar)
    return reading(asking.connect(), chosen, look(language=Language("fr")))


@pytest.mark.parametrize("calendar", ["calendar", "fiscal"])
def test_every_quarter_has_its_name_outside_the_selection(record: Record, calendar: str) -> None:
    narrow = reader(record, calendar)
    answer = narrow.ask("coverage")
    assert len(answer) > 4
    for quarter, label in zip(answer["quarter"], answer["label_fr"], strict=True):
        mark = {"rows": "held", "level": "event", "quarter": quarter}
        assert label in drill.title(mark, narrow)
        assert quarter not in drill.title(mark, narrow)


def test_a_country_has_its_name_outside_the_selection(record: Record) -> None:
    narrow = reader(record, "calendar").during(date(2023, 7, 1), date(2023, 9, 30))
    assert "RS" not in set(narrow.ask("events_by_country")["country"])
    assert drill.title({"country": "RS"}, narrow) == "Serbie"


def test_a_confirmed_event_left_out_says_why(record: Record) -> None:
    """The gala is confirmed, and of its activities the one for SMEs is not."""
    narrow = reader(record, "calendar")
    wide = narrow.of(replace(narrow.chosen, theme=("smes",)))
    why = {row["id"]: row["status"] for row in drill.unconfirmed(wide, 60)["rows"]}
    assert why["gala-2024"] == "ne porte la sélection que par des activités non confirmées"
    assert "" not in why.values()
