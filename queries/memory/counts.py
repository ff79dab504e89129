"""What one selection counts: a few comparisons over a view's arrays, and sums of what remains."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from queries.memory.bits import Flags, Numbers, picked
from queries.memory.view import CARRIED, PLACED, Ints, View

Chosen = tuple[tuple[str, tuple[int, ...]], ...]  # the filters in force, with places of values


@dataclass(frozen=True)
class Matched:
    """Which events and activities of a view carry what is chosen; None where nothing is."""

    view: View
    events: Flags | None
    activities: Flags | None

    def counted(self, part: slice) -> int:
        """How many events of a run match."""
        return many(self.events, part)

    def done(self, part: slice) -> int:
        """How many activities of the matching events of a run match themselves."""
        return many(self.activities, self.view.within(part))

    def flags(self, part: slice) -> Flags | None:
        return None if self.events is None else self.events[part]

    def tally(self, name: str, part: slice, most: int) -> Numbers:
        """Matching events by the value they have or carry, by its place. most: the last place."""
        if name in CARRIED:
            return self.view.events[name].tally(part, self.flags(part))
        column = getattr(self.view, name)[part]
        return np.bincount(picked(column, self.flags(part)), minlength=most + 1)

    def met(self, name: str, part: slice) -> Ints:
        """The places of the partners, or countries, that the matching events of a run bring."""
        if name in CARRIED:
            return self.view.events[name].met(part, self.flags(part))
        return np.flatnonzero(self.tally(name, part, 0)[1:])

    def months(self) -> dict[int, int]:
        """Matching events by month, counted from January 1970."""
        months = picked(self.view.month, self.events)
        if not len(months):
            return {}
        first = int(months[0])
        counts = np.bincount(months - first)
        return {first + int(n): int(counts[n]) for n in np.flatnonzero(counts)}

    def sizes(self, name: str, part: slice) -> Numbers:
        """How many matching events of a run carry so many themes or partners."""
        return np.bincount(picked(self.view.sizes[name][part], self.flags(part)), minlength=2)

    def approximate(self, part: slice) -> int:
        return int(np.count_nonzero(picked(self.view.approximate[part], self.flags(part))))


def many(flags: Flags | None, part: slice) -> int:
    """How many of a run are chosen."""
    return part.stop - part.start if flags is None else int(np.count_nonzero(flags[part]))


def matched(view: View, chosen: Chosen, wanted: int) -> Matched:
    """Put filters to a view. wanted: how many of the chosen themes an event must carry."""
    events = activities = None
    for name, ids in chosen:
        found = having(view, name, ids, wanted if name == "theme" else 1)
        events = found if events is None else events & found
        if name in CARRIED:
            own = view.activities[name].carry(ids, 1)
            activities = own if activities is None else activities & own
    if events is not None:
        inside = events[view.parent]
        activities = inside if activities is None else activities & inside
    return Matched(view, events, activities)


def having(view: View, name: str, ids: tuple[int, ...], wanted: int) -> Flags:
    """Which events have or carry a chosen value."""
    if name in PLACED:
        return np.isin(getattr(view, name), ids)
    return view.events[name].carry(ids, wanted)


def filters(values: Mapping[str, object], places: Mapping[str, Mapping[str, int]]) -> Chosen:
    """The filters among a question's values, with the place of each chosen id."""
    given: dict[str, Any] = {name: values[name] for name in (*CARRIED, *PLACED)}
    return tuple(
        (name, tuple(sorted({places[name][value] for value in ids})))
        for name, ids in given.items()
        if ids
    )
