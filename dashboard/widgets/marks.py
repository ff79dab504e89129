"""What a mark stands for, whose rows it opens, and the selection it narrows to.

A mark is written `theme=smes;quarter=2024-Q4`: the events that carry all of it. With `measure=` it
is a headline figure, with `rows=` a list of other things than events, with `explain=` the way a
number is counted. `of=` and `during=` name another selection than the reader's.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from dashboard import kept, place, session, sides, versus
from dashboard.charts.opening import Opens
from dashboard.reading import Reading
from dashboard.rows import as_rows
from data import snapshots
from data.snapshots import Snapshot
from queries import asking, changes
from queries.selection import DIMENSIONS, HELD, MARKS, Selection, a_year_before

Mark = dict[str, str]
CONTEXT = ("of", "during")
LISTED = (
    "coverage",
    "standing",
    "beyond",
    "themes",
    "years",
    "located",
    "severity",
    "kept",
    "kind",
)
KINDS = (*MARKS, *HELD, *LISTED, *CONTEXT, "measure", "rows", "explain", "most")
PERIODS = ("quarter",)
NO_ID = ("none", "any", "several")


def read(written: str) -> Mark:
    """A mark's parts; what is not one is left out."""
    pairs = (part.partition("=") for part in written.split(";"))
    return {name: value for name, _, value in pairs if name in KINDS and value}


def written(mark: Mark) -> str:
    return ";".join(f"{name}={value}" for name, value in mark.items())


def of_marked(mark: Mark) -> Mark:
    """The parts that say which rows, as the question `marked` takes them."""
    return {name: value for name, value in mark.items() if name in MARKS}


def within(mark: Mark, reading: Reading) -> Reading:
    """The reading whose rows a mark opens."""
    if "during" in mark:
        first, _, last = mark["during"].partition("..")
        return reading.during(date.fromisoformat(first), date.fromisoformat(last))
    return OTHERS[mark["of"]](reading) if mark.get("of") in OTHERS else reading


def before(reading: Reading) -> Reading:
    return reading.during(*sides.before(reading))


def year_before(reading: Reading) -> Reading:
    """The year before the first day."""
    first = reading.chosen.first_day
    return reading.during(a_year_before(first), first - timedelta(days=1))


def other(reading: Reading) -> Reading:
    return reading.of(versus.other())


def whole(reading: Reading) -> Reading:
    return reading.of(whole_record(reading))


def snapshot(reading: Reading) -> Reading:
    """The record that changes are told since; the reader's own where that one is closed to them."""
    found = snapshots.read(place.of(session.link()).get("since", ""))
    return frozen(found, reading) if open_still(found, reading) else reading


def open_still(snapshot: Snapshot, reading: Reading) -> bool:
    """Whether the rows of a snapshot may be opened: to the public not if some are hidden now."""
    then, now = kept.frozen(asking.url_of(snapshot.warehouse)), kept.opened(session.engine_url())
    return changes.open_still(then, snapshot.day, now, reading.chosen.audience)


def frozen(snapshot: Snapshot, reading: Reading) -> Reading:
    """The same selection, put to the record of a snapshot as it was on its day.

    Raises SnapshotError or WarehouseError when it cannot be opened.
    """
    engine = kept.frozen(asking.url_of(snapshot.warehouse))
    return replace(reading, answers=partial(asking.ask, engine), day=snapshot.day)


def whole_record(reading: Reading) -> Selection:
    """Everything that the reader may see, unconfirmed events too."""
    first_day, last_day = reading.whole()
    chosen = reading.chosen
    return Selection(
        first_day, last_day, chosen.calendar, unconfirmed=True, audience=chosen.audience
    )


OTHERS: dict[str, Callable[[Reading], Reading]] = {
    "before": before,
    "year_before": year_before,
    "other": other,
    "record": whole,
    "snapshot": snapshot,
}


def also(opens: Opens, mark: Mark) -> Opens:
    """The same marks within the selection that another mark names."""
    context = written({name: value for name, value in mark.items() if name in CONTEXT})
    if not context:
        return opens
    return {name: [f"{one};{context}" for one in marks] for name, marks in opens.items()}


def narrowed(mark: Mark, chosen: Selection) -> Selection | None:
    """The selection that a mark makes of another as a filter; None where no filter says the same.

    Nothing can be filtered by what an event lacks, by a whole combination or by a country.
    """
    mark = {name: value for name, value in mark.items() if name != "most"}
    if set(mark) == {"measure", "during"}:
        first, _, last = mark["during"].partition("..")
        return replace(
            chosen, first_day=date.fromisoformat(first), last_day=date.fromisoformat(last)
        )
    if not mark or set(NO_ID) & set(mark.values()) or not set(mark) <= {*DIMENSIONS, *PERIODS}:
        return None
    for name, value in mark.items():
        if name in PERIODS:
            chosen = quartered(value, chosen)
        else:
            together = chosen.theme if name == "theme" and chosen.match == "all" else ()
            chosen = chosen.choosing(name, tuple(dict.fromkeys((*together, value))))
    return chosen


def quartered(quarter: str, chosen: Selection) -> Selection:
    """The days of the selection that lie in one of its quarters."""
    found = session.ask("events_by_quarter")
    row = next(iter(as_rows(found[found["quarter"] == quarter])), None)
    if row is None:
        return chosen
    first, last = asking.as_day(row.first_day), asking.as_day(row.last_day)
    return replace(
        chosen,
        first_day=max(first, chosen.first_day),
        last_day=min(last, chosen.last_day),
    )
