"""What a reader chose, as a value: from a link's parameters, and to the values of a question.

It stands here and not with the screen because the command line and every export read the same
parameters: one codec, so that the same link means the same rows everywhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from queries.audience import allowed, default, shown_on
from queries.today import today

DIMENSIONS = ("theme", "partner", "project", "region", "format", "role")
CALENDARS = ("calendar", "fiscal")
MATCHES = ("any", "all")
MARKS = (
    *("theme", "combination", "partner", "region", "country", "format"),
    *("quarter", "year", "dated"),
)
HELD = ("status", "source", "file", "level")  # marks of rows of the record, whatever is selected
MOST = 1_000_000_000  # rows of a list where nobody limits them
WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
NO_MARK = {f"mark_{name}": "" for name in (*MARKS, *HELD)}


@dataclass(frozen=True)
class Problem:
    """A parameter that could not be used, and what it held. `known` are ids that would do."""

    parameter: str
    value: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True)
class Selection:
    """Which events count, and in which calendar they are shown. Days are inclusive."""

    first_day: date
    last_day: date
    calendar: str = "calendar"
    theme: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    project: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    match: str = "any"
    unconfirmed: bool = False
    audience: str = field(default_factory=default)  # internal, unless the server says public

    def values(self, day: date | None = None) -> dict[str, object]:
        """The values of the questions' `$parameters`, asked today or on another day."""
        chosen = {name: self.chosen(name) for name in DIMENSIONS}
        counts = {f"{name}_count": len(ids) for name, ids in chosen.items()}
        wanted = len(self.theme) if self.match == "all" else 1
        return {
            "first_day": self.first_day,
            "last_day": self.last_day,
            "before": a_year_before(self.first_day),
            "today": day or today(),
            "shown_on": shown_on(self.audience, day),
            "calendar": self.calendar,
            "unconfirmed": self.unconfirmed,
            "themes_wanted": wanted,
            **chosen,
            **counts,
            **NO_MARK,
            "most": MOST,
            "shown": (),
            "shown_count": 0,
            "shown_first": date.min,
            "shown_last": date.max,
        }

    def chosen(self, dimension: str) -> tuple[str, ...]:
        """The ids chosen in one of DIMENSIONS."""
        ids: tuple[str, ...] = getattr(self, dimension)
        return ids

    def choosing(self, dimension: str, ids: tuple[str, ...]) -> "Selection":
        """The same selection with other ids in one of DIMENSIONS."""
        return replace(self, **{dimension: ids})  # type: ignore[arg-type]

    def without(self, dimension: str) -> "Selection":
        """The same selection with one filter lifted."""
        return self.choosing(dimension, ())

    def link(self) -> dict[str, str]:
        """The link's parameters, ids only; what is at its default is left out, the period never."""
        chosen = {name: ",".join(self.chosen(name)) for name in DIMENSIONS}
        link = {
            "calendar": self.calendar,
            "from": self.first_day.isoformat(),
            "to": self.last_day.isoformat(),
            **{name: ids for name, ids in chosen.items() if ids},
        }
        if self.match == "all":
            link["match"] = "all"
        if self.unconfirmed:
            link["unconfirmed"] = "1"
        if self.audience != default():
            link["audience"] = self.audience
        return link


def read(
    link: Mapping[str, str],
    known: Mapping[str, tuple[str, ...]],
    whole: tuple[date, date],
) -> tuple[Selection, list[Problem]]:
    """The selection a link means, and what in it could not be used.

    known: the ids of each dimension. whole: first and last day of the record, the default period.
    """
    problems: list[Problem] = []
    first_day, last_day = read_period(link, whole, problems)
    chosen = {name: read_ids(link, name, known[name], problems) for name in DIMENSIONS}
    return Selection(
        first_day,
        last_day,
        calendar=read_one(link, "calendar", CALENDARS, problems),
        match=read_one(link, "match", MATCHES, problems),
        unconfirmed=read_one(link, "unconfirmed", ("0", "1"), problems) == "1",
        audience=read_one(link, "audience", allowed(), problems),
        **chosen,
    ), problems


def audience(link: Mapping[str, str]) -> str:
    """Who reads a link, before the rest of it can be read."""
    return read_one(link, "audience", allowed(), [])


def reaching(chosen: Selection, whole: tuple[date, date]) -> Selection:
    """The same selection, without end where it reaches an end of the record.

    whole: first and last day of the record as the reader sees it. What is hidden before and after
    it is then counted too, though the days of the record do not give it away.
    """
    first, last = whole
    return replace(
        chosen,
        first_day=EARLIEST if chosen.first_day <= first else chosen.first_day,
        last_day=LATEST if chosen.last_day >= last else chosen.last_day,
    )


def read_period(
    link: Mapping[str, str], whole: tuple[date, date], problems: list[Problem]
) -> tuple[date, date]:
    first_day, last_day = read_day(link, "from", problems), read_day(link, "to", problems)
    if first_day is None:
        return min(whole[0], last_day or whole[0]), last_day or whole[1]
    if last_day is None:
        return first_day, max(first_day, whole[1])
    if first_day > last_day:
        problems.append(Problem("from", f"{first_day} > {last_day}"))
        return whole
    return first_day, last_day


def read_day(link: Mapping[str, str], name: str, problems: list[Problem]) -> date | None:
    text = link.get(name, "").strip()
    if not text:
        return None
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date() if WRITTEN.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day <= LATEST:
        problems.append(Problem(name, text))
        return None
    return day


def read_ids(
    link: Mapping[str, str], name: str, known: tuple[str, ...], problems: list[Problem]
) -> tuple[str, ...]:
    asked = [part.strip() for part in link.get(name, "").split(",") if part.strip()]
    allowed = frozenset(known)
    problems += [Problem(name, part, known) for part in asked if part not in allowed]
    return tuple(dict.fromkeys(part for part in asked if part in allowed))


def read_one(
    link: Mapping[str, str], name: str, allowed: tuple[str, ...], problems: list[Problem]
) -> str:
    text = link.get(name, "").strip() or allowed[0]
    if text in allowed:
        return text
    problems.append(Problem(name, text, allowed))
    return allowed[0]


def a_year_before(day: date) -> date:
    """The same day a year earlier; 28 February for a leap day."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


COMPARED = ("from", "to", *DIMENSIONS, "match")  # what two selections that are compared differ in
PARAMETERS = ("calendar", "from", "to", *DIMENSIONS, "match", "unconfirmed", "audience")
