"""A second way of counting: the rules in plain Python over the record's own CSV files.

Nothing here reads a warehouse or knows its SQL. A row of an answer is a tuple of COLUMNS[question].
"""

import csv
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from queries.audience import AUDIENCES
from queries.selection import Selection

CARRIED = ("theme", "partner", "project", "role")
APPROXIMATE = ("window", "unknown")
BEFORE, AFTER = 8, 40  # quarters that are named around the record

Answer = list[tuple[object, ...]]


@dataclass(frozen=True)
class Row:
    """An event, or an activity if it has a parent. `own`: what the row itself carries.

    shown: the day from which the public may see it, its event aside.
    """

    id: str
    parent: str
    start: date
    precision: str
    status: str
    format: str
    country: str
    place: str
    shown: date
    own: dict[str, frozenset[str]]


@dataclass(frozen=True)
class Quarter:
    id: str
    year: str
    first: date
    last: date
    position: int
    coverage: str

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [{name: (value or "").strip() for name, value in row.items()} for row in rows]


class Record:
    """A folder laid out as data/ is, all of whose rows the build keeps.

    today: the day on which the public reads it.
    """

    def __init__(self, folder: Path, today: date) -> None:
        self.today = today
        names = folder / "vocabulary"
        organisation = tomllib.loads((folder / "organisation.toml").read_text("utf-8"))
        self.fiscal_month = int(organisation["fiscal_year_start"])
        self.coverage = {row["quarter"]: row["coverage"] for row in table(names / "coverage.csv")}
        self.regions = ids(names / "regions.csv")
        self.formats = ids(names / "formats.csv")
        self.known = {name: ids(names / f"{name}s.csv") for name in CARRIED}
        places = {row["country_id"]: row["region_id"] for row in table(names / "countries.csv")}
        files = sorted(folder.glob("sources/*/*.csv"))
        self.rows = [row_of(row, places) for file in files for row in table(file)]
        self.events = [row for row in self.rows if not row.parent]

    @cached_property
    def activities(self) -> dict[str, list[Row]]:
        return {e.id: [row for row in self.rows if row.parent == e.id] for e in self.events}

    @cached_property
    def by_id(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows}

    def seen(self, row: Row, chosen: Selection) -> bool:
        """Whether the reader may see a row; an activity never without its event."""
        event = self.by_id[row.parent] if row.parent else row
        return chosen.audience == "internal" or max(row.shown, event.shown) <= self.today

    def counts(self, row: Row, chosen: Selection) -> bool:
        return self.seen(row, chosen) and (
            row.status == "confirmed" or (chosen.unconfirmed and row.status == "unconfirmed")
        )

    def carried(self, event: Row, dimension: str, chosen: Selection) -> frozenset[str]:
        return self.all_carried[event.id, dimension, chosen.unconfirmed, chosen.audience]

    @cached_property
    def all_carried(self) -> dict[tuple[str, str, bool, str], frozenset[str]]:
        """What an event carries: its own, and what its counted activities carry."""
        day = self.today
        readers = [
            Selection(day, day, unconfirmed=unconfirmed, audience=audience)
            for unconfirmed in (False, True)
            for audience in AUDIENCES
        ]
        return {
            (event.id, name, reader.unconfirmed, reader.audience): event.own[name].union(
                *(a.own[name] for a in self.activities[event.id] if self.counts(a, reader))
            )
            for event in self.events
            for name in CARRIED
            for reader in readers
        }

    def matching(self, chosen: Selection) -> list[Row]:
        """The counted events that the filters keep, whatever their date."""
        return [e for e in self.events if self.counts(e, chosen) and self.kept(e, chosen)]

    def kept(self, event: Row, chosen: Selection) -> bool:
        return (
            event.place in (chosen.region or [event.place])
            and event.format in (chosen.format or [event.format])
            and all(self.carries(event, name, chosen) for name in CARRIED)
        )

    def carries(self, event: Row, dimension: str, chosen: Selection) -> bool:
        wanted = set(chosen.chosen(dimension))
        found = self.carried(event, dimension, chosen) & wanted
        if dimension == "theme" and chosen.match == "all":
            return found == wanted
        return bool(found) or not wanted

    def selected(self, chosen: Selection) -> list[Row]:
        return [e for e in self.matching(chosen) if within(e, chosen)]

    def done(self, events: Iterable[Row], chosen: Selection) -> list[Row]:
        """The activities of events that carry a chosen value of each filter themselves."""
        return [
            a
            for event in events
            for a in self.activities[event.id]
            if self.counts(a, chosen) and carries_itself(a, chosen)
        ]

    def partners(self, events: Iterable[Row], chosen: Selection) -> set[str]:
        return set().union(*(self.carried(e, "partner", chosen) for e in events))

    def first_seen(self, partner: str, chosen: Selection) -> date:
        """The first counted event in the whole record, whatever the filters."""
        return min(
            e.start
            for e in self.events
            if self.counts(e, chosen) and partner in self.carried(e, "partner", chosen)
        )

    def ends(self, chosen: Selection, month: int = 1) -> tuple[int, int]:
        """The first and the last quarter with an event or a word on its coverage."""
        events = [e.start for e in self.events if self.seen(e, chosen)]
        days = events + [opening(name) for name in self.coverage]
        places = [position(day, month) for day in days]
        return min(places), max(places)

    def span(self, chosen: Selection) -> tuple[date, date]:
        first, last = self.ends(chosen)
        return first_day(first, 1), first_day(last + 1, 1) - timedelta(days=1)

    def quarters(self, chosen: Selection) -> list[Quarter]:
        """The quarters around the record, in order."""
        month = self.fiscal_month if chosen.calendar == "fiscal" else 1
        first, last = self.ends(chosen, month)
        places = range(first - BEFORE, last + AFTER + 1)
        return [self.quarter(place, month, chosen.calendar) for place in places]

    def quarter(self, place: int, month: int, calendar: str) -> Quarter:
        year, number = divmod(place, 4)
        first, following = first_day(place, month), first_day(place + 1, month)
        named = f"FY{year}-{(year + 1) % 100:02}" if calendar == "fiscal" else str(year)
        recorded = f"{first.year}-Q{(first.month + 2) // 3}"
        return Quarter(
            f"{named}-Q{number + 1}",
            named,
            first,
            following - timedelta(days=1),
            place,
            self.coverage.get(recorded, "none"),
        )

    def touched(self, chosen: Selection) -> list[Quarter]:
        return [
            q
            for q in self.quarters(chosen)
            if q.last >= chosen.first_day and q.first <= chosen.last_day
        ]


def ids(path: Path) -> list[str]:
    """The ids of a vocabulary: its first column."""
    return [next(iter(row.values())) for row in table(path)]


def row_of(row: dict[str, str], places: dict[str, str]) -> Row:
    return Row(
        id=row["event_id"],
        parent=row["parent_event_id"],
        start=date.fromisoformat(row["start_date"]),
        precision=row["date_precision"],
        status=row["status"],
        format=row["format"] or "unknown",
        country=row["country_iso2"],
        place=place(row, places),
        shown=shown(row),
        own={
            "theme": listed(row["themes"]),
            "partner": listed(row["partners"]),
            "project": listed(row["projects"]),
            "role": frozenset({row["role"] or "unknown"}),
        },
    )


def shown(row: dict[str, str]) -> date:
    """Internal rows are never shown, the others at once or when their embargo ends."""
    if row.get("visibility") == "internal":
        return date.max
    return date.fromisoformat(row.get("embargoed_until") or "0001-01-01")


def listed(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(";") if part.strip())


def place(row: dict[str, str], places: dict[str, str]) -> str:
    """The region follows the place; Canada is two, so it takes the province too."""
    country, province = row["country_iso2"], row["subdivision"]
    if country == "CA":
        return {"CA-QC": "quebec", "": "not_recorded"}.get(province, "canada_other")
    if country:
        return places[country]
    return "online" if row["format"] == "online" else "not_recorded"


def within(event: Row, chosen: Selection) -> bool:
    return chosen.first_day <= event.start <= chosen.last_day


def carries_itself(activity: Row, chosen: Selection) -> bool:
    filters = [(activity.own[name], set(chosen.chosen(name))) for name in CARRIED]
    return all(own & wanted for own, wanted in filters if wanted)


def position(day: date, month: int) -> int:
    """Quarters since the year 0, in years that begin in a month."""
    return (day.year * 12 + day.month - month) // 3


def first_day(place: int, month: int) -> date:
    months = place * 3 + month - 1
    return date(months // 12, months % 12 + 1, 1)


def opening(quarter: str) -> date:
    """The first day of 2024-Q4."""
    return date(int(quarter[:4]), 3 * int(quarter[-1]) - 2, 1)


def countries(events: Iterable[Row]) -> set[str]:
    return {e.country for e in events if e.country}


def measures(record: Record, events: list[Row], chosen: Selection, since: date) -> tuple[int, ...]:
    """Events, activities, partners, partners new since a day, countries."""
    met = record.partners(events, chosen)
    return (
        len(events),
        len(record.done(events, chosen)),
        len(met),
        sum(record.first_seen(partner, chosen) >= since for partner in met),
        len(countries(events)),
    )


def headline(record: Record, chosen: Selection) -> Answer:
    events = record.selected(chosen)
    carried = [record.carried(e, "partner", chosen) for e in events]
    row = (
        *measures(record, events, chosen, chosen.first_day),
        sum(e.place == "not_recorded" for e in events),
        sum(e.place == "online" for e in events),
        sum(e.precision in APPROXIMATE for e in events),
        sum(not partners for partners in carried),
    )
    return [row]


def headline_by_quarter(record: Record, chosen: Selection) -> Answer:
    begun = [q for q in record.quarters(chosen) if q.first <= chosen.last_day]
    return [
        (q.id, q.coverage, *measures(record, held(q, record.matching(chosen)), chosen, q.first))
        for q in begun[-8:]
    ]


def held(quarter: Quarter, events: Iterable[Row]) -> list[Row]:
    return [e for e in events if quarter.holds(e.start)]


def events_by_quarter(record: Record, chosen: Selection, today: date) -> Answer:
    events = record.selected(chosen)
    return [
        (
            q.id,
            q.year,
            q.first,
            q.last,
            q.coverage,
            q.holds(today),
            len(held(q, events)),
            sum(e.precision in APPROXIMATE for e in held(q, events)),
        )
        for q in record.touched(chosen)
    ]


def events_by_month(record: Record, chosen: Selection) -> Answer:
    months = Counter(e.start.replace(day=1) for e in record.matching(chosen))
    return list(months.items())


def events_by_region(record: Record, chosen: Selection) -> Answer:
    events = record.selected(chosen)
    return [(name, sum(e.place == name for e in events)) for name in record.regions]


def events_by_format(record: Record, chosen: Selection) -> Answer:
    events = record.selected(chosen)
    return [(name, sum(e.format == name for e in events)) for name in record.formats]


def events_by_country(record: Record, chosen: Selection) -> Answer:
    events = record.selected(chosen)
    return [(name, sum(e.country == name for e in events)) for name in countries(events)]


def sets(record: Record, chosen: Selection, dimension: str) -> list[frozenset[str]]:
    return [record.carried(e, dimension, chosen) for e in record.selected(chosen)]


def by_value(record: Record, chosen: Selection, dimension: str) -> Answer:
    carried = sets(record, chosen, dimension)
    return [(value, sum(value in has for has in carried)) for value in record.known[dimension]]


def events_by_role(record: Record, chosen: Selection) -> Answer:
    return by_value(record, chosen, "role")


def events_by_project(record: Record, chosen: Selection) -> Answer:
    carriers = {
        value: [row for row in record.rows if value in row.own["project"]]
        for value in record.known["project"]
    }
    return [
        (value, n)
        for value, n in by_value(record, chosen, "project")
        if not carriers[value] or any(record.seen(row, chosen) for row in carriers[value])
    ]


def overlap(carried: list[frozenset[str]]) -> tuple[int, ...]:
    """Events, those that carry a value, pairs, and those that carry several."""
    sizes = [len(has) for has in carried]
    return len(sizes), sum(n > 0 for n in sizes), sum(sizes), sum(n > 1 for n in sizes)


def events_by_theme(record: Record, chosen: Selection) -> Answer:
    carried = sets(record, chosen, "theme")
    none = ("none", sum(not has for has in carried))
    return [(*row, *overlap(carried)) for row in [*by_value(record, chosen, "theme"), none]]


def events_by_combination(record: Record, chosen: Selection) -> Answer:
    """The whole sets of themes, each written in the order of the vocabulary."""
    order = record.known["theme"]
    found = [sorted(has, key=order.index) for has in sets(record, chosen, "theme")]
    ways = Counter(("+".join(themes) or "none", len(themes)) for themes in found)
    return [(*way, n) for way, n in ways.items()]


def events_by_partner(record: Record, chosen: Selection) -> Answer:
    carried = sets(record, chosen, "partner")
    without = sum(not has for has in carried)
    return [
        *(
            (name, seen, seen >= chosen.first_day, n, *overlap(carried))
            for name, n in by_value(record, chosen, "partner")
            if n
            for seen in [record.first_seen(name, chosen)]
        ),
        *([("none", None, None, without, *overlap(carried))] if without else []),
    ]


def events_by_theme_and_quarter(record: Record, chosen: Selection) -> Answer:
    touched = record.touched(chosen)
    return [
        (theme, q.id, q.coverage, len(held(q, events)))
        for theme, events in carriers(record, chosen).items()
        for q in touched
    ]


def events_by_theme_and_region(record: Record, chosen: Selection) -> Answer:
    found = [
        (theme, name, sum(e.place == name for e in events))
        for theme, events in carriers(record, chosen).items()
        for name in record.regions
    ]
    return [row for row in found if row[-1]]


def carriers(record: Record, chosen: Selection) -> dict[str, list[Row]]:
    """For each theme, and for none, the selected events that carry it."""
    themes = sets(record, chosen, "theme")
    pairs = list(zip(record.selected(chosen), themes, strict=True))
    return {
        theme: [event for event, has in pairs if theme in (has or {"none"})]
        for theme in [*record.known["theme"], "none"]
    }


def partners_by_standing(record: Record, chosen: Selection) -> Answer:
    earlier = [e for e in record.matching(chosen) if a_year_back(chosen, e.start)]
    now = record.partners(record.selected(chosen), chosen)
    return [
        (
            name,
            standing(record, chosen, name, now),
            met(record, record.selected(chosen), name, chosen),
            met(record, earlier, name, chosen),
            record.first_seen(name, chosen),
        )
        for name in now | record.partners(earlier, chosen)
    ]


def a_year_back(chosen: Selection, day: date) -> bool:
    first = chosen.first_day
    leap = first.month == 2 and first.day == 29
    return date(first.year - 1, first.month, 28 if leap else first.day) <= day < first


def standing(record: Record, chosen: Selection, partner: str, now: set[str]) -> str:
    if partner not in now:
        return "lapsed"
    return "new" if record.first_seen(partner, chosen) >= chosen.first_day else "returning"


def met(record: Record, events: list[Row], partner: str, chosen: Selection) -> int:
    return sum(partner in record.carried(e, "partner", chosen) for e in events)


def events_by_partner_and_year(record: Record, chosen: Selection) -> Answer:
    return [row for year in years(record, chosen) for row in of_year(record, chosen, year)]


def years(record: Record, chosen: Selection) -> list[list[Quarter]]:
    touched = record.touched(chosen)
    names = dict.fromkeys(q.year for q in touched)
    return [[q for q in touched if q.year == name] for name in names]


def of_year(record: Record, chosen: Selection, quarters: list[Quarter]) -> Answer:
    name, place = quarters[0].year, quarters[0].position
    events = [e for q in quarters for e in held(q, record.selected(chosen))]
    found = record.partners(events, chosen)
    return [
        (who, record.first_seen(who, chosen), name, place, met(record, events, who, chosen))
        for who in found
    ] or [(None, None, name, place, 0)]


def events(record: Record, chosen: Selection) -> Answer:
    return [(e.id, len(record.done([e], chosen))) for e in record.selected(chosen)]


def selected_activity(record: Record, chosen: Selection) -> Answer:
    done = record.done(record.selected(chosen), chosen)
    return [(a.id, a.parent) for a in done]


def unconfirmed(record: Record, chosen: Selection) -> Answer:
    """What the selection would hold in addition, were unconfirmed events counted."""
    if chosen.unconfirmed:
        return []
    more = record.selected(replace(chosen, unconfirmed=True))
    now = {e.id for e in record.selected(chosen)}
    return [(e.id, e.start) for e in more if e.id not in now]


def not_shown(record: Record, chosen: Selection) -> Answer:
    """What those inside would find for the same selection, and the reader does not."""
    inside = replace(chosen, audience="internal")
    pairs = [(record.selected(who), who) for who in (inside, chosen)]
    (events, done), (fewer, less) = (
        (len(found), len(record.done(found, who))) for found, who in pairs
    )
    return [(events - fewer, done - less)]


HEADLINE = ("events", "activities", "partners", "new_partners", "countries")
UNKNOWN = ("without_place", "online", "approximate", "without_partner")
COLUMNS: dict[str, tuple[str, ...]] = {
    "headline": (*HEADLINE, *UNKNOWN),
    "headline_by_quarter": ("quarter", "coverage", *HEADLINE),
    "events_by_quarter": (
        *("quarter", "year", "first_day", "last_day", "coverage", "running"),
        *("events", "approximate"),
    ),
    "events_by_month": ("month", "events"),
    "events_by_theme": ("theme", "events", "of_events", "with_theme", "pairs", "with_several"),
    "events_by_combination": ("combination", "themes", "events"),
    "events_by_region": ("region", "events"),
    "events_by_partner": (
        *("partner", "first_seen", "new", "events"),
        *("of_events", "with_partner", "pairs", "with_several"),
    ),
    "events_by_format": ("format", "events"),
    "events_by_role": ("role", "events"),
    "events_by_project": ("project", "events"),
    "events_by_country": ("country", "events"),
    "events_by_theme_and_quarter": ("theme", "quarter", "coverage", "events"),
    "events_by_theme_and_region": ("theme", "region", "events"),
    "partners_by_standing": ("partner", "standing", "events", "events_before", "first_seen"),
    "events_by_partner_and_year": ("partner", "first_seen", "year", "position", "events"),
    "events": ("event_id", "activities"),
    "selected_activity": ("event_id", "parent_event_id"),
    "unconfirmed": ("event_id", "start_date"),
    "not_shown": ("events", "activities"),
}


def answers(today: date) -> dict[str, Callable[[Record, Selection], Answer]]:
    """Each question of COLUMNS with its second way of counting."""
    found = {name: globals()[name] for name in COLUMNS if name != "events_by_quarter"}
    return {**found, "events_by_quarter": lambda r, s: events_by_quarter(r, s, today)}
