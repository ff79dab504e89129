"""What is internal or under embargo: how much that is, and what each reader is told of it."""

from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import first_row
from queries import asking, selection
from queries.selection import Selection


def told(reading: Reading) -> list[str]:
    """What stands beside a total, whoever reads; nothing where nothing is hidden."""
    return [*not_shown(reading), *included(reading)]


def not_shown(reading: Reading) -> list[str]:
    """For the public: how many events and activities of the selection are not shown."""
    if reading.chosen.audience != "public":
        return []
    row, look = hidden(reading, selection.reaching(reading.chosen, reading.whole())), reading.look
    found = [
        (int(row.events), events_not_shown(int(row.events), look)),
        (int(row.activities), activities_not_shown(int(row.activities), look)),
    ]
    return [sentence for n, sentence in found if n]


def events_not_shown(n: int, look: Look) -> str:
    return look.plural(
        "{n} event not shown: internal or under embargo",
        "{n} events not shown: internal or under embargo",
        n,
    )


def activities_not_shown(n: int, look: Look) -> str:
    return look.plural(
        "{n} activity not shown: internal or under embargo",
        "{n} activities not shown: internal or under embargo",
        n,
    )


def included(reading: Reading) -> list[str]:
    """For those inside: how many of the events counted the public is not shown."""
    n = 0 if reading.chosen.audience == "public" else int(hidden(reading, reading.chosen).events)
    if not n:
        return []
    return [
        reading.look.plural(
            "including {n} internal or under embargo", "including {n} internal or under embargo", n
        )
    ]


def hidden(reading: Reading, chosen: Selection) -> Any:
    """What the public does not see of a selection: one row of the question `not_shown`."""
    public = replace(chosen, audience="public")
    return first_row(reading.columns("not_shown", public))


def view(reading: Reading) -> str:
    """What the public's view is called; empty for those inside."""
    return reading.look.text("Public view") if reading.chosen.audience == "public" else ""


def label(row: Any, look: Look) -> str:
    """What an insider reads beside a row that the public does not see; else empty.

    row: of the questions events or activities.
    """
    if row.visibility == "internal":
        return look.text("internal")
    if pd.isna(row.embargoed_until):
        return ""
    day = look.language.day(asking.as_day(row.embargoed_until))
    return look.text("embargoed until {day}", day=day)
