"""Which events a mark stands for, from memory; only their texts are asked of the engine."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
from pyroaring import BitMap

from queries.memory.counts import Matched
from queries.memory.record import Record, as_date
from queries.memory.sets import Ints, places, run
from queries.memory.view import View
from queries.memory.words import days, with_columns

Values = Mapping[str, Any]
AT_ONCE = 2500  # rows asked for by number; of more, the engine makes a better plan itself
A_PIECE = 10_000  # rows of a list that is gone through
STATEMENT = 64  # numbers in the shortest list of a statement
EVENT = [
    *("event_id", "title_en", "title_fr", "start_date", "end_date", "date_precision"),
    *("city_en", "city_fr", "country", "country_en", "country_fr", "region", "format", "role"),
    *("status", "visibility", "embargoed_until", "themes", "partners", "projects", "activities"),
    *("summary_en", "summary_fr", "notes", "source", "recap", "file", "line"),
]
ACTIVITY = [
    *("event_id", "parent_event_id", "title_en", "title_fr", "start_date", "end_date"),
    *("date_precision", "city_en", "city_fr", "country_en", "country_fr", "role", "status"),
    *("visibility", "embargoed_until", "themes", "partners", "counted"),
    *("summary_en", "summary_fr", "notes", "source", "recap", "file", "line"),
]


def marked_count(record: Record, values: Values) -> pd.DataFrame:
    return pd.DataFrame({"events": [len(marked(record, values)[1])]})


def events(record: Record, values: Values) -> pd.DataFrame | None:
    found, rows = latest(record, values)
    return None if rows is None else told(record, values, found, rows)


def events_in_pieces(record: Record, values: Values) -> Iterator[pd.DataFrame]:
    """All rows that `events` answers, in their order, and never many of them at once."""
    found, rows = marked(record, values)
    for part in latest_first(record, found, places(rows)):
        yield told(record, values, found, part)


def latest_first(record: Record, found: Matched, rows: Ints) -> Iterator[Ints]:
    """Rows in pieces: whole days, but for days with more rows than a piece holds."""
    day = found.view.order.day(rows)
    end = len(rows)
    while end:
        start = int(day.searchsorted(day[max(0, end - A_PIECE)], "left"))
        if end - start > A_PIECE:
            start = int(day.searchsorted(day[start], "right"))
        if start < end:
            yield rows[start:end]
        else:
            start = int(day.searchsorted(day[end - 1], "left"))
            ordered = in_order(record, found, rows[start:end], int(day[start]))
            yield from np.split(ordered, range(A_PIECE, end - start, A_PIECE))
        end = start


def told(record: Record, values: Values, found: Matched, rows: Ints) -> pd.DataFrame:
    """What is listed of some events, the latest first."""
    answer, place = texts(record, values, found, rows)
    names = {f"{name}s": carried(record, found.view, name, place) for name in CARRIED}
    columns = {**names, "activities": found.done_each(place)}
    ordered = with_columns(answer, columns).sort_values(
        ["start_date", "event_id"], ascending=[False, True], kind="stable", ignore_index=True
    )
    return ordered[EVENT]


CARRIED = ("theme", "partner", "project")


def activities(record: Record, values: Values) -> pd.DataFrame | None:
    found, rows = latest(record, values)
    if rows is None:
        return None
    mine, order = BitMap(), found.view.order
    for row in rows.tolist():
        part = order.within(slice(row, row + 1))
        mine.add_range(part.start, part.stop)
    answer, place = texts(record, values, found, places(mine & found.view.rows))
    counted = np.isin(place, places(found.rows & mine))
    names = {f"{name}s": carried(record, found.view, name, place) for name in CARRIED[:2]}
    by = ["parent_event_id", "start_date", "event_id"]
    ordered = with_columns(answer, {**names, "counted": counted}).sort_values(
        by, kind="stable", ignore_index=True
    )
    return ordered[ACTIVITY]


PIECES: dict[str, Callable[[Record, Values], Iterator[pd.DataFrame]]] = {"events": events_in_pieces}
LISTS: dict[str, Callable[[Record, Values], pd.DataFrame | None]] = {
    "marked_count": marked_count,
    "events": events,
    "activities": activities,
}


def latest(record: Record, values: Values) -> tuple[Matched, Ints | None]:
    """What matches, and the places of the latest events behind the mark, as many as are asked for;
    None for too many.
    """
    found, rows = marked(record, values)
    most = min(values["most"], len(rows))
    if most > AT_ONCE:
        return found, None
    if not 0 < most < len(rows):
        return found, places(rows if most else BitMap())
    order = found.view.order
    (oldest,) = order.day(np.array([rows[len(rows) - most]])).tolist()
    day = order.between(oldest, oldest)
    newer = places(rows & run(slice(day.stop, order.events)))
    first = in_order(record, found, places(rows & run(day)), oldest)[: most - len(newer)]
    return found, np.concatenate([first, newer])


def in_order(record: Record, found: Matched, rows: Ints, day: int) -> Ints:
    """Events of one day, in the order of their ids."""
    values = {"day": as_date(day)}
    numbers = record.rows("of_day", values)["event_no"].to_numpy()
    mine = found.view.order.number[rows]
    by_number = np.argsort(mine)
    there = numbers[np.isin(numbers, mine)]
    ordered: Ints = rows[by_number[mine[by_number].searchsorted(there)]]
    return ordered


def marked(record: Record, values: Values) -> tuple[Matched, BitMap]:
    """What matches, and the selected events behind the mark."""
    found = record.matched(values)
    rows = found.rows & run(record.during(found, values))
    for name, held in HELD.items():
        value = values[f"mark_{name}"]
        if value:
            rows = rows & held(record, found.view, values, value)
    return found, rows


def of_theme(record: Record, view: View, values: Values, theme: str) -> BitMap:
    return of_value(record, view, "theme", theme)


def of_partner(record: Record, view: View, values: Values, partner: str) -> BitMap:
    return of_value(record, view, "partner", partner)


def of_region(record: Record, view: View, values: Values, region: str) -> BitMap:
    return of_value(record, view, "region", region)


def of_format(record: Record, view: View, values: Values, format: str) -> BitMap:
    return of_value(record, view, "format", format)


def of_value(record: Record, view: View, name: str, value: str) -> BitMap:
    """The events that carry an id, or none, any or several."""
    held, place = view.carried[name], record.places.get(name, {}).get(value)
    if place is not None:
        return held.carry([place])
    if value == "any":
        return view.rows - held.none
    return {"none": held.none, "several": held.several}.get(value, BitMap())


def of_combination(record: Record, view: View, values: Values, themes: str) -> BitMap:
    """The events that carry just these themes, named in the order of their vocabulary."""
    ids = [] if themes == "none" else themes.split("+")
    known = record.places.get("theme", {})
    found = [known[theme] for theme in ids if theme in known]
    in_order = found == sorted(set(found)) and len(found) == len(ids)
    return view.carried["theme"].equal(found) if in_order else BitMap()


def of_country(record: Record, view: View, values: Values, country: str) -> BitMap:
    held, place = view.carried["country"], record.countries.get(country)
    if country == "none":
        return held.none
    return held.carry([] if place is None else [place])


def of_quarter(record: Record, view: View, values: Values, quarter: str) -> BitMap:
    return of_span(record, view, values, "quarter_id", quarter)


def of_year(record: Record, view: View, values: Values, year: str) -> BitMap:
    return of_span(record, view, values, "year_id", year)


def of_span(record: Record, view: View, values: Values, column: str, value: str) -> BitMap:
    quarters = record.words("quarter_span")
    mine = quarters[(quarters["calendar"] == values["calendar"]) & (quarters[column] == value)]
    if mine.empty:
        return BitMap()
    return run(view.order.between(days(mine["first_day"]).min(), days(mine["last_day"]).max()))


def of_dated(record: Record, view: View, values: Values, dated: str) -> BitMap:
    return view.approximate


def of_status(record: Record, view: View, values: Values, status: str) -> BitMap:
    """Where it is 'unconfirmed', what would be left out if unconfirmed rows did not count."""
    if status != "unconfirmed":
        return view.rows
    return view.rows - record.matched(values, unconfirmed=False).rows


HELD: dict[str, Callable[[Record, View, Values, str], BitMap]] = {
    "theme": of_theme,
    "partner": of_partner,
    "combination": of_combination,
    "region": of_region,
    "format": of_format,
    "country": of_country,
    "quarter": of_quarter,
    "year": of_year,
    "dated": of_dated,
    "status": of_status,
}


def texts(record: Record, values: Values, found: Matched, rows: Ints) -> tuple[pd.DataFrame, Ints]:
    """What the record says of some rows, and which row each line tells of. They are asked for in
    lists of few lengths, so that few statements are made.
    """
    order = found.view.order
    numbers = order.number[rows]
    size = max(STATEMENT, 1 << max(0, len(numbers) - 1).bit_length())
    padded = (*map(int, numbers), *[-1] * (size - len(numbers)))
    first, last = map(as_date, order.span(rows) if len(rows) else (0, 0))
    asked = {"numbers": padded, "first_day": first, "last_day": last}
    answer = record.rows("numbered", {**values, **asked}).to_pandas(use_threads=False)
    return answer, rows[np.argsort(numbers)]


def carried(record: Record, view: View, name: str, rows: Ints) -> Any:
    """The ids that each row carries, as one text in their order."""
    ids = sorted(record.places.get(name, {}).items())
    matrix = view.carried[name].held(rows)[:, [place for _, place in ids]]
    texts = np.array([key for key, _ in ids], object)
    return pd.array([";".join(texts[line]) for line in matrix], dtype="str")
