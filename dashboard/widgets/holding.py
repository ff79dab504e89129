"""What a snapshot selects and for whom, so that what changed since is asked of the same."""

from collections.abc import Mapping
from datetime import date

from dashboard import kept, wording
from dashboard.reading import Reading
from data.snapshots import Snapshot
from data.warehouse import WarehouseError
from queries import asking, selection
from queries.audience import shown_on
from queries.selection import DIMENSIONS, Selection


def own(snapshot: Snapshot, reading: Reading) -> Selection:
    """The selection that a snapshot was frozen for, as far as this reader may know it.

    It is what `python -m queries.changes NAME` takes without options.
    """
    chosen, _ = selection.read(snapshot.link, known(reading), whole(snapshot, reading))
    return reading.narrowed(chosen)


def known(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    names = wording.vocabulary(reading)
    return {name: tuple(id for one, id in names if one == name) for name in DIMENSIONS}


def whole(snapshot: Snapshot, reading: Reading) -> tuple[date, date]:
    """The days of both records; of the present one where the other cannot be opened."""
    if {"from", "to"} <= set(snapshot.link):
        return reading.whole()  # nothing is left to it
    link = snapshot.link if reading.chosen.audience == "internal" else {"audience": "public"}
    reader = selection.audience(link)
    first, last = reading.whole()
    try:
        engine = kept.frozen(asking.url_of(snapshot.warehouse))
        then = asking.whole(engine, shown_on(reader, snapshot.day))
    except WarehouseError:
        return first, last
    return min(first, then[0]), max(last, then[1])


def said(chosen: Selection, reading: Reading) -> str:
    """A selection in words, with the audience that it is for."""
    look, seen = reading.look, reading.of(chosen)
    inside = "" if seen.chosen.audience == "public" else look.text("all that those inside see")
    return " · ".join(part for part in (wording.scope(seen), inside) if part)


def compared(snapshot: Snapshot, reading: Reading) -> str:
    """Which selection a comparison is made for, and where that is not the snapshot's own, which
    the snapshot holds.
    """
    look, own_one = reading.look, own(snapshot, reading)
    told = look.text("Compared for: {selection}.", selection=said(reading.chosen, reading))
    if own_one == reading.chosen:
        return told
    other = look.text("The snapshot holds: {selection}.", selection=said(own_one, reading))
    return f"{told} {other}"
