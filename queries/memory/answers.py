"""The questions that are answered from memory: for each, its columns as its SQL gives them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import numpy as np

from queries.memory.counts import Matched
from queries.memory.record import NEVER, Record, numbered
from queries.memory.sets import Ints
from queries.memory.words import Counted

Values = Mapping[str, Any]
RECENT = 8  # quarters beside a headline figure
ELSEWHERE = ("online", "not_recorded")  # regions that are no place


def headline(record: Record, values: Values) -> Counted:
    found, part = selected(record, values)
    wider = record.once(values, unconfirmed=True)
    events, partners = found.counted(part), carried(found, "partner", part)
    place, regions = record.places["region"], found.tally("region", part)
    row = {
        "events": events,
        "activities": found.done(part),
        "partners": len(partners),
        "new_partners": new(record, values, partners, numbered(values["first_day"])),
        "countries": found.countries(part),
        "without_place": int(regions[place["not_recorded"]]),
        "online": int(regions[place["online"]]),
        "approximate": found.approximate(part),
        "without_partner": found.without("partner", part),
        "unconfirmed_left_out": wider.counted(record.during(wider, values)) - events,
    }
    return Counted(None, [0], row)


QUARTERLY = ("events", "activities", "partners", "new_partners", "countries")


def headline_by_quarter(record: Record, values: Values) -> Counted:
    found, known = record.matched(values), record.quarters(values)
    stop = int(np.searchsorted(known.first, numbered(values["last_day"]), "right"))
    start = max(0, stop - RECENT)
    recent = slice(start, stop)
    spans = zip(known.first[recent], known.last[recent], strict=True)
    parts = [found.view.order.between(*span) for span in spans]
    counts = [
        (  # in the order of QUARTERLY
            found.counted(part),
            found.done(part),
            len(partners),
            new(record, values, partners, first),
            found.countries(part),
        )
        for part, first, partners in zip(
            parts, known.first[recent], found.met("partner", parts), strict=True
        )
    ]
    names = ["quarter", "label_en", "label_fr", "first_day", "last_day", "coverage"]
    numbers = np.array(counts, np.int64).reshape(-1, len(QUARTERLY))
    return Counted(known, range(start, stop), dict(zip(QUARTERLY, numbers.T, strict=True)), names)


def not_shown(record: Record, values: Values) -> Counted:
    shown, every = record.matched(values), record.matched(values, shown_on=date.max)
    parts = [(found, record.during(found, values)) for found in (every, shown)]
    events = [found.counted(part) for found, part in parts]
    activities = [found.done(part) for found, part in parts]
    less = {"events": events[0] - events[1], "activities": activities[0] - activities[1]}
    return Counted(None, [0], less)


def events_by_month(record: Record, values: Values) -> Counted:
    months, events = record.matched(values).months()
    firsts = [date(1970 + n // 12, n % 12 + 1, 1) for n in months.tolist()]
    columns = {"month": np.array(firsts, object), "events": events}
    return Counted(None, range(len(firsts)), columns)


def events_by_quarter(record: Record, values: Values) -> Counted:
    found, known = record.matched(values), record.quarters(values)
    first, last, today = (numbered(values[name]) for name in ("first_day", "last_day", "today"))
    part = known.touched(first, last)
    starts, ends = known.first[part], known.last[part]
    low, high = np.maximum(starts, first), np.minimum(ends, last)
    begin, end = found.view.order.bounds(low.astype(np.int32), high.astype(np.int32))
    numbers = {
        "running": (starts <= today) & (ends >= today),
        "cut": (starts < first) | (ends > last),
        "events": found.between(begin, end),
        "approximate": found.between(begin, end, approximate=True),
    }
    return Counted(known, range(part.start, part.stop), numbers)


def events_by_region(record: Record, values: Values) -> Counted:
    return counted(record, values, "region")


def events_by_country(record: Record, values: Values) -> Counted:
    found, part = selected(record, values)
    known, tally = record.named_countries, found.tally("country", part)
    events = tally[known.place]
    order = known.ranked(events, events > 0)
    whole = {"of_events": found.counted(part), "without_country": int(tally[0])}
    return Counted(known, order.tolist(), {"events": events[order], **whole})


def events_by_format(record: Record, values: Values) -> Counted:
    return counted(record, values, "format", ranked=False)


def events_by_project(record: Record, values: Values) -> Counted:
    return counted(record, values, "project")


def events_by_role(record: Record, values: Values) -> Counted:
    return counted(record, values, "role")


def events_by_theme(record: Record, values: Values) -> Counted:
    found, part = selected(record, values)
    known = record.vocabulary(values, "theme", ("none",))
    tally = found.tally("theme", part)
    events = tally[known.place]
    order = known.ranked(events)
    columns = {"events": events[order], **overlap(found, "theme", tally, part)}
    return Counted(known, order.tolist(), columns)


def events_by_partner(record: Record, values: Values) -> Counted:
    found, part = selected(record, values)
    known = record.partners(values)
    tally = found.tally("partner", part)
    events = tally[known.place]
    order = known.ranked(events, events > 0)
    met = record.first_met(values)[known.place[order]]
    whole = overlap(found, "partner", tally, part)
    columns = {"new": newly(met, numbered(values["first_day"])), "events": events[order], **whole}
    return Counted(known, order.tolist(), columns)


def newly(met: Ints, first_day: int) -> Ints:
    """Whether partners were first met on a day or after it; None for the row without a partner."""
    new: Ints = met >= first_day
    if NEVER in met:
        new = new.astype(object)
        new[met == NEVER] = None
    return new


ANSWERS: dict[str, Callable[[Record, Values], Counted]] = {
    answer.__name__: answer
    for answer in (
        *(headline, headline_by_quarter, not_shown, events_by_month, events_by_quarter),
        *(events_by_region, events_by_country, events_by_format, events_by_project),
        *(events_by_role, events_by_theme, events_by_partner),
    )
}


def selected(record: Record, values: Values) -> tuple[Matched, slice]:
    """What matches, and the events of the period."""
    found = record.matched(values)
    return found, record.during(found, values)


def carried(found: Matched, name: str, part: slice) -> Ints:
    """The places of the values that the selected events carry; a page asks how often as well."""
    return 1 + np.flatnonzero(found.tally(name, part)[1:])


def counted(record: Record, values: Values, dimension: str, ranked: bool = True) -> Counted:
    """Every value of a vocabulary that may be named, with the selected events that have it."""
    found, part = selected(record, values)
    known = record.vocabulary(values, dimension, ELSEWHERE if dimension == "region" else ())
    events = found.tally(dimension, part)[known.place]
    order = known.ranked(events if ranked else None)
    return Counted(known, order.tolist(), {"events": events[order]})


def new(record: Record, values: Values, partners: Ints, first_day: int) -> int:
    """How many partners, given by their places, were first met on a day or after it."""
    return int(np.count_nonzero(record.first_met(values)[partners] >= first_day))


def overlap(found: Matched, name: str, tally: Ints, part: slice) -> dict[str, int]:
    """The selected events, how many carry any value, the pairs, and how many carry several.

    tally: the events by value.
    """
    events = found.counted(part)
    return {
        "of_events": events,
        f"with_{name}": events - int(tally[0]),
        "pairs": int(tally[1:].sum()),
        "with_several": found.several(name, part),
    }
