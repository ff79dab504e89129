"""How two views of a record are loaded from an engine: all rows, and the confirmed ones."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import numpy as np
import pyarrow as pa
from pyroaring import BitMap

from queries.memory import sets
from queries.memory.carried import Carried, Fewer
from queries.memory.sets import HALF, Flags, Ints, of, places, small
from queries.memory.view import CARRIED, PLACED, Order, View

NEVER = np.iinfo(np.int32).min  # no day
AT_ONCE = 1_000_000  # rows read in one piece, or nearly so
AT_A_TIME = 2  # pieces: more take much memory
EPOCH = date(1970, 1, 1)
Ask = Callable[..., pa.Table]  # the name of a part and its values -> its rows


def load(ask: Ask, sizes: Mapping[str, int]) -> dict[bool, View]:
    """Ask an engine for all that two views hold: that of all rows, and that of confirmed ones.

    sizes: the values of each vocabulary.
    """
    draft = Draft(ordered(ask), sizes)
    parts = [partial(add_carried, ask, draft, name) for name in CARRIED]
    parts.append(partial(add_events, ask, draft))
    with ThreadPoolExecutor(max_workers=AT_A_TIME) as pool:
        for part in [pool.submit(part) for part in parts]:
            part.result()
    whole = draft.whole()
    return {True: whole, False: draft.confirmed(whole)}


def add_events(ask: Ask, draft: "Draft") -> None:
    for first, last in spans(draft.order):
        draft.add_events(ask("counted_event", first_day=first, last_day=last))
    for first, last in spans(draft.order):
        draft.add_activities(ask("counted_activity", first_day=first, last_day=last))


def add_carried(ask: Ask, draft: "Draft", name: str) -> None:
    for table in pieces(ask, f"counted_{name}", draft.order):
        draft.add(name, table)


def ordered(ask: Ask) -> Order:
    events, activities = ask("counted_order"), ask("counted_parent")
    day, number = sorted_by(days(events), events)
    del events
    starts = np.flatnonzero(np.diff(day, prepend=NEVER)).astype(np.int32)
    parent = placed(number)[activities["parent_no"].to_numpy()]
    after = days(activities) - day[parent]
    parent, within = sorted_by(parent, activities)
    first_days, starts = day[starts], np.append(starts, np.int32(len(day)))
    quarters = days(ask("quarter_span"), "first_day")
    return Order(
        first_days,
        starts,
        parent,
        np.unique([0, *starts[first_days.searchsorted(quarters)], len(day)]).astype(np.int32),
        np.concatenate([number, within]),
        (int(after.min(initial=0)), int(after.max(initial=0))),
    )


def days(table: pa.Table, name: str = "start_date") -> Ints:
    found: Ints = table[name].cast(pa.int32()).to_numpy()
    return found


def sorted_by(first: Ints, table: pa.Table) -> tuple[Ints, Ints]:
    """Numbers in their order, beside which stand those of rows, in their order where it is one."""
    both = first.astype(np.int64) << HALF
    both |= table["event_no"].to_numpy()
    both.sort()
    return (both >> HALF).astype(np.int32), both.astype(np.int32)


def placed(number: Ints) -> Ints:
    """The row of each number."""
    found = np.zeros(int(number.max(initial=0)) + 1, np.int32)
    found[number] = np.arange(len(number), dtype=np.int32)
    return found


def spans(order: Order) -> Iterable[tuple[date, date]]:
    """Periods that follow one another, from ever until ever, of not too many events each."""
    cuts = np.flatnonzero(np.diff(order.starts[:-1] // AT_ONCE)) + 1
    firsts = [EPOCH + timedelta(int(day)) for day in order.days[cuts]]
    lasts = [day - timedelta(1) for day in firsts]
    return zip([date.min, *firsts], [*lasts, date.max], strict=True)


def pieces(ask: Ask, name: str, order: Order) -> Iterable[pa.Table]:
    """What a part says of the rows, a range of their numbers at a time."""
    end = int(order.number.max(initial=-1)) + 1
    for start in range(0, end, AT_ONCE):
        yield ask(name, first_no=start, last_no=min(end, start + AT_ONCE) - 1)


class Draft:
    """Both views while they are loaded. lost: what rows carry by what is unconfirmed alone."""

    def __init__(self, order: Order, sizes: Mapping[str, int]) -> None:
        self.order, self.row = order, placed(order.number)
        self.rows, self.sure, self.approximate = BitMap(), BitMap(), BitMap()
        self.carried, self.lost = ({n: sets.empty(m) for n, m in sizes.items()} for _ in range(2))
        self.country = np.zeros(order.events, np.min_scalar_type(sizes["country"]))

    def add_events(self, table: pa.Table) -> None:
        row = self.rows_of(table)
        self.rows |= of(row)
        self.sure |= of(row[flags(table, "confirmed")])
        self.approximate |= of(row[flags(table, "approximate")])
        for name in (*PLACED, "country"):
            place = table[name].to_numpy()
            sets.add(self.carried[name], row[place > 0], place[place > 0])
        self.country[row] = table["country"].to_numpy()

    def add_activities(self, table: pa.Table) -> None:
        """Those of events that are seen."""
        row, sure = self.rows_of(table), flags(table, "confirmed")
        parent = self.order.parent[row - self.order.events]
        self.rows |= of(row[flagged(self.rows, self.order)[parent]])
        self.sure |= of(row[sure & flagged(self.sure, self.order)[parent]])

    def add(self, name: str, pairs: pa.Table) -> None:
        row, place = self.rows_of(pairs), pairs["position"].to_numpy()
        unsure = ~flags(pairs, "confirmed")
        sets.add(self.carried[name], row, place)
        sets.add(self.lost[name], row[unsure], place[unsure])

    def rows_of(self, table: pa.Table) -> Ints:
        found: Ints = self.row[table["event_no"].to_numpy()]
        return found

    def whole(self) -> View:
        """The view of all rows."""
        order, each = self.order, {"country": self.country}
        for name in PLACED:
            self.carried[name] = passed_on(self.carried[name], order, both=True)
        of_event = self.of_all(passed_on(self.carried["theme"], order, both=False))
        names = list(self.carried)
        held = {name: self.of_all(self.carried.pop(name), each.get(name)) for name in names}
        return View(order, small(self.rows), small(self.approximate), held, of_event)

    def of_all(self, drawn: list[BitMap], each: Ints | None = None) -> Carried:
        return Carried(sets.within(drawn, self.rows), each).closed(self.rows)

    def confirmed(self, whole: View) -> View:
        """The view of confirmed rows, and what they carry by them."""
        sure = small(self.sure)
        held = {name: Fewer(one, sure, self.lost[name]) for name, one in whole.carried.items()}
        lost = passed_on(self.lost["theme"], whole.order, both=False)
        return replace(whole, rows=sure, carried=held, of_event=Fewer(whole.of_event, sure, lost))


def flags(table: pa.Table, name: str) -> Flags:
    found: Flags = table[name].to_numpy(zero_copy_only=False)
    return found


def passed_on(held: list[BitMap], order: Order, both: bool) -> list[BitMap]:
    """What events carry, given to their activities. both: and to themselves."""
    found = []
    for one in held:
        activities = of(np.flatnonzero(flagged(one, order)[order.parent]) + order.events)
        found.append(one | activities if both else activities)
    return found


def flagged(rows: BitMap, order: Order) -> Flags:
    """A flag for each event: whether a set has it."""
    found, mine = np.zeros(order.events, bool), places(rows)
    found[mine[: mine.searchsorted(order.events)]] = True
    return found
