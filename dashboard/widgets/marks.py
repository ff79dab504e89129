"""What a mark of a chart stands for, and the selection it narrows to.

A mark is written `theme=smes;quarter=2024-Q4`: the events that carry all of it. With `measure=`
it is a headline figure, with `explain=` the way a number is counted.
"""

from dataclasses import replace

from dashboard import session
from queries import asking
from queries.selection import DIMENSIONS, MARKS, Selection

KINDS = (*MARKS, "measure", "explain")
PERIODS = ("quarter",)


def read(written: str) -> dict[str, str]:
    """A mark's parts; what is not one is left out."""
    pairs = (part.partition("=") for part in written.split(";"))
    return {name: value for name, _, value in pairs if name in KINDS and value}


def narrowed(mark: dict[str, str], chosen: Selection) -> Selection | None:
    """The selection that a mark makes of another as a filter; None where no filter says the same.

    Nothing can be filtered by what an event lacks, by a whole combination or by a country.
    """
    if not mark or "none" in mark.values() or not set(mark) <= {*DIMENSIONS, *PERIODS}:
        return None
    for name, value in mark.items():
        in_period = name in PERIODS
        chosen = quartered(value, chosen) if in_period else chosen.choosing(name, (value,))
    return chosen


def quartered(quarter: str, chosen: Selection) -> Selection:
    """The days of the selection that lie in one of its quarters."""
    found = session.ask("events_by_quarter")
    row = next(found[found["quarter"] == quarter].itertuples(), None)
    if row is None:
        return chosen
    first, last = asking.as_day(row.first_day), asking.as_day(row.last_day)
    return replace(
        chosen,
        first_day=max(first, chosen.first_day),
        last_day=min(last, chosen.last_day),
    )
