"""What is internal or under embargo: how many events that are, and who is shown them."""

from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard import session
from dashboard.look import Look
from queries import asking
from queries.selection import Selection


def not_shown(look: Look, chosen: Selection | None = None) -> list[str]:
    """For the public: how many events and activities of a selection are not shown, if any."""
    if session.audience() != "public":
        return []
    row = hidden(chosen or session.selected())
    return [
        sentence
        for n, sentence in (
            (row.events, events_not_shown(int(row.events), look)),
            (row.activities, activities_not_shown(int(row.activities), look)),
        )
        if n
    ]


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


def included(look: Look) -> list[str]:
    """For those inside: how many of the events counted are internal or under embargo, if any."""
    if session.audience() == "public":
        return []
    n = int(hidden(session.selected()).events)
    if not n:
        return []
    return [
        look.plural(
            "including {n} internal or under embargo",
            "including {n} internal or under embargo",
            n,
        )
    ]


def told(look: Look) -> list[str]:
    """What stands beside a total, whoever reads."""
    return [*not_shown(look), *included(look)]


def hidden(chosen: Selection) -> Any:
    """What the public does not see of a selection: one row of the question `not_shown`."""
    return next(session.ask("not_shown", replace(chosen, audience="public")).itertuples())


def chip(look: Look) -> list[dict[str, str]]:
    """The public view as a chip beside the filters; one that has to stay has no `remove`."""
    if session.audience() != "public":
        return []
    label = look.text("Public view")
    remove = look.text("Remove {value}", value=label) if session.may_see_all() else ""
    return [{"dimension": "audience", "id": "public", "label": label, "remove": remove}]


def label(row: Any, look: Look) -> str:
    """What an insider reads beside a row that the public does not see; else empty."""
    if row.visibility == "internal":
        return look.text("internal")
    if pd.isna(row.embargoed_until):
        return ""
    return look.text(
        "embargoed until {day}", day=look.language.day(asking.as_day(row.embargoed_until))
    )
