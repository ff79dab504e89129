"""What one selection counts: a few sets of rows put together, and what remains counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from queries.memory.bitmaps import Ints, Numbers, Words, before, cut, packed, size, unpacked
from queries.memory.view import CARRIED, VOCABULARIES, View

Chosen = tuple[tuple[str, tuple[int, ...]], ...]  # the filters in force, with places of values


@dataclass(frozen=True)
class Matched:
    """Which events and activities of a view carry what is chosen."""

    view: View
    events: Words
    activities: Words

    def counted(self, part: slice) -> int:
        """How many events of a run match."""
        return size(cut(self.events, part))

    def done(self, part: slice) -> int:
        """How many activities of the matching events of a run match themselves."""
        return size(cut(self.activities, self.view.within(part)))

    def tally(self, name: str, part: slice) -> Numbers:
        """Matching events by the value they carry, by its place; at 0, those without any."""
        return self.view.events[name].tally(cut(self.events, part), part)

    def partners(self, part: slice) -> Ints:
        """The places of the partners that the matching events of a run bring."""
        return 1 + np.flatnonzero(self.tally("partner", part)[1:])

    def countries(self, part: slice) -> int:
        """In how many countries the matching events of a run take place."""
        chosen = unpacked(cut(self.events, part))
        first = part.start & ~63
        codes = self.view.country[first : first + len(chosen)]
        return int(np.count_nonzero(np.bincount(codes * chosen[: len(codes)])[1:]))

    def several(self, name: str, part: slice) -> int:
        """How many matching events of a run carry two values or more."""
        return size(cut(self.events & self.view.events[name].several, part))

    def approximate(self, part: slice) -> int:
        return size(cut(self.events & self.view.approximate, part))

    def between(self, starts: Ints, ends: Ints, approximate: bool = False) -> Numbers:
        """Matching events from each of some rows until another, perhaps only some of them."""
        chosen = self.events & self.view.approximate if approximate else self.events
        found: Numbers = before(chosen, ends) - before(chosen, starts)
        return found

    def months(self) -> dict[int, int]:
        """Matching events by month, counted from January 1970."""
        starts, names = self.view.months
        counts = self.between(starts[:-1], starts[1:])
        return {int(names[n]): int(counts[n]) for n in np.flatnonzero(counts)}


def matched(view: View, chosen: Chosen, wanted: int) -> Matched:
    """Put filters to a view. wanted: how many of the chosen themes an event must carry."""
    events, activities = view.all_events, view.all_activities
    for name, ids in chosen:
        together = name == "theme" and wanted > 1
        carried = view.events[name].carry(ids, together)
        if together and len(ids) < wanted:  # one of the themes is not in the vocabulary
            carried = np.zeros_like(carried)
        events = events & carried
        if name in CARRIED:
            activities = activities & view.activities[name].carry(ids)
    if chosen:
        activities = activities & packed(unpacked(events)[view.parent])
    return Matched(view, events, activities)


def filters(values: Mapping[str, object], places: Mapping[str, Mapping[str, int]]) -> Chosen:
    """The filters among a question's values, with the place of each chosen id."""
    given: dict[str, Any] = {name: values[name] for name in VOCABULARIES}
    return tuple(
        (name, tuple(sorted({known[value] for value in ids if value in known})))
        for name, ids, known in ((name, ids, places.get(name, {})) for name, ids in given.items())
        if ids
    )
