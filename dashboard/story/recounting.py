"""How many rows a mark opens, counted from the rows themselves and never by the same aggregate.

`checking.py` holds each figure of a story to it before the meeting, the tests for any selection.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import pandas as pd

from dashboard.reading import Reading
from queries.selection import EARLIEST, MARKS, Selection, a_year_before


def read(mark: str) -> dict[str, str]:
    """A mark's parts: `rows=quarters;coverage=none`."""
    pairs = (part.partition("=") for part in mark.split(";") if part)
    return {name: value for name, _, value in pairs}


def recounted(mark: str, reading: Reading) -> int | None:
    """How many rows a mark opens; None for a mark that only the screen can open."""
    parts = read(mark)
    if "measure" in parts:
        return measured(parts["measure"], reading) if parts["measure"] in MEASURED else None
    if "rows" in parts:
        count = LISTED.get(parts["rows"])
        return count(parts, reading) if count else None
    if "dated" in parts:
        return int(reading.ask("events")["date_precision"].isin(["window", "unknown"]).sum())
    if not parts or set(parts) - set(MARKS):
        return None
    marks = {f"mark_{name}": value for name, value in parts.items()}
    return len(reading.ask("events", None, **marks))


MEASURED = ("events", "activities", "partners", "new_partners", "countries", "unconfirmed")


def measured(name: str, reading: Reading) -> int:
    """name: one of MEASURED."""
    events = reading.ask("events")
    if name == "activities":
        return int(reading.ask("activities")["counted"].sum())
    if name == "unconfirmed":
        wider = reading.ask("events", replace(reading.chosen, unconfirmed=True))
        return len(set(wider["event_id"]) - set(events["event_id"]))
    if name == "countries":
        return int(events["country"].dropna().nunique())
    if name == "new_partners":
        return len(partners(events) - partners(earlier(reading)))
    return {"events": len(events), "partners": len(partners(events))}[name]


def quarters(parts: Mapping[str, str], reading: Reading) -> int | None:
    found = list(reading.ask("events_by_quarter")["coverage"])
    if parts.get("coverage") == "hatched":
        return None
    return found.count(parts["coverage"]) if "coverage" in parts else len(found)


def standings(parts: Mapping[str, str], reading: Reading) -> int | None:
    if "beyond" in parts:
        return None
    kinds = {parts["standing"]} if "standing" in parts else {"new", "returning", "lapsed"}
    return sum(standing(kind, reading) for kind in kinds)


def standing(name: str, reading: Reading) -> int:
    now, seen = partners(reading.ask("events")), partners(earlier(reading))
    if name == "lapsed":
        start = reading.chosen.first_day
        year = reading.during(a_year_before(start), start - timedelta(days=1))
        return len(partners(year.ask("events")) - now)
    return len({"new": now - seen, "returning": now & seen}.get(name, set()))


def theme_pairs(_parts: Mapping[str, str], reading: Reading) -> int:
    return sum(len(held(themes)) for themes in reading.ask("events")["themes"])


def partner_pairs(_parts: Mapping[str, str], reading: Reading) -> int:
    return sum(len(held(ids)) for ids in reading.ask("events")["partners"])


LISTED: dict[str, Callable[[Mapping[str, str], Reading], int | None]] = {
    "quarters": quarters,
    "standings": standings,
    "theme_pairs": theme_pairs,
    "partner_pairs": partner_pairs,
}


def earlier(reading: Reading) -> pd.DataFrame:
    """Every event before the period, whatever the filters."""
    before = reading.chosen.first_day - timedelta(days=1)
    everything = Selection(EARLIEST, before, unconfirmed=reading.chosen.unconfirmed)
    return reading.ask("events", everything)


def partners(events: pd.DataFrame) -> set[str]:
    return {part for ids in events["partners"] for part in held(ids)}


def held(ids: str) -> set[str]:
    """The ids that an event carries."""
    return {part for part in ids.split(";") if part}
