"""How many rows a mark opens, counted from the rows themselves and never by the same aggregate.

`checking.py` holds each figure of a story to it before the meeting, the tests for any selection.
What opens more rows than MOST is not read: it would take minutes and gigabytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dashboard.reading import Answers, Reading, kept
from queries.selection import EARLIEST, MARKS, Selection, a_year_before

MOST = 20_000  # rows


class TooMany(Exception):
    """A mark opens more rows than are read."""


def read(mark: str) -> dict[str, str]:
    """A mark's parts: `rows=quarters;coverage=none`."""
    pairs = (part.partition("=") for part in mark.split(";") if part)
    return {name: value for name, _, value in pairs}


def recounted(mark: str, reading: Reading) -> int | None:
    """How many rows a mark opens; None for a mark that only the screen can open, and for too many
    rows.
    """
    try:
        return counted(read(mark), reading)
    except TooMany:
        return None


def counted(parts: Mapping[str, str], reading: Reading) -> int | None:
    """Raises TooMany."""
    if "measure" in parts:
        return measured(parts["measure"], reading) if parts["measure"] in MEASURED else None
    if "rows" in parts:
        count = LISTED.get(parts["rows"])
        return count(parts, reading) if count else None
    if "dated" in parts:
        return behind(reading).approximate
    if not parts or set(parts) - set(MARKS):
        return None
    marks = {f"mark_{name}": value for name, value in parts.items()}
    return behind(reading, **marks).events


MEASURED = ("events", "activities", "partners", "new_partners", "countries", "unconfirmed")


def measured(name: str, reading: Reading) -> int:
    """name: one of MEASURED."""
    if name == "activities":
        few(reading.chosen.values(reading.day), reading.answers)
        return int(reading.ask("activities")["counted"].sum())
    if name == "unconfirmed":
        wider = reading.of(replace(reading.chosen, unconfirmed=True))
        return len(ids(wider) - ids(reading))
    found = behind(reading)
    if name == "new_partners":
        return len(found.partners - earlier(reading).partners)
    return {
        "events": found.events,
        "partners": len(found.partners),
        "countries": found.countries,
    }[name]


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
    now, seen = behind(reading).partners, earlier(reading).partners
    if name == "lapsed":
        start = reading.chosen.first_day
        year = reading.during(a_year_before(start), start - timedelta(days=1))
        return len(behind(year).partners - now)
    return len({"new": now - seen, "returning": now & seen}.get(name, ()))


def theme_pairs(_parts: Mapping[str, str], reading: Reading) -> int:
    return behind(reading).theme_pairs


def partner_pairs(_parts: Mapping[str, str], reading: Reading) -> int:
    return behind(reading).partner_pairs


LISTED: dict[str, Callable[[Mapping[str, str], Reading], int | None]] = {
    "quarters": quarters,
    "standings": standings,
    "theme_pairs": theme_pairs,
    "partner_pairs": partner_pairs,
}


@dataclass(frozen=True)
class Rows:
    """What some events come to, each read from its own row. approximate: known to a window."""

    events: int
    approximate: int
    countries: int
    theme_pairs: int
    partner_pairs: int
    partners: frozenset[str]


def behind(reading: Reading, **marks: str) -> Rows:
    """The events behind a mark, or all that are selected."""
    return read_through(reading.answers, reading.chosen, reading.day, tuple(marks.items()))


@kept
def read_through(
    answers: Answers, chosen: Selection, day: date | None, marks: tuple[tuple[str, str], ...]
) -> Rows:
    values = {**chosen.values(day), **dict(marks)}
    few(values, answers)
    events = answers("events", values)
    partners = [held(ids) for ids in events["partners"]]
    return Rows(
        events=len(events),
        approximate=int(events["date_precision"].isin(["window", "unknown"]).sum()),
        countries=int(events["country"].dropna().nunique()),
        theme_pairs=sum(len(held(ids)) for ids in events["themes"]),
        partner_pairs=sum(map(len, partners)),
        partners=frozenset().union(*partners),
    )


def few(values: Mapping[str, object], answers: Answers) -> None:
    """Raises TooMany for a mark of many events."""
    if int(answers("marked_count", values)["events"].iloc[0]) > MOST:
        raise TooMany


def ids(reading: Reading) -> set[str]:
    few(reading.chosen.values(reading.day), reading.answers)
    return set(reading.ask("events")["event_id"])


def earlier(reading: Reading) -> Rows:
    """Every event before the period, whatever the filters."""
    before = reading.chosen.first_day - timedelta(days=1)
    everything = Selection(EARLIEST, before, unconfirmed=reading.chosen.unconfirmed)
    return behind(reading.of(everything))


def held(ids: str) -> set[str]:
    """The ids that an event carries."""
    return {part for part in ids.split(";") if part}
