"""Which events a mark stands for, from memory; only their texts are asked of the engine."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from queries.memory.bitmaps import Bitmaps, Ints, Words, cut, packed, places, unpacked, words_of
from queries.memory.counts import Matched
from queries.memory.record import Record
from queries.memory.view import View
from queries.memory.words import days, with_columns

Values = Mapping[str, Any]
AT_ONCE = 2500  # rows asked for by number; of more, the engine makes a better plan itself
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
    if rows is None:
        return None
    number = found.view.number[rows]
    answer = texts(record, values, number)
    place = placed(answer["event_no"], number, rows)
    mine = found.view.parent[places(found.activities)]
    counts = np.bincount(mine, minlength=len(found.view.number))
    names = {f"{name}s": carried(record, found.view.events, name, place) for name in CARRIED}
    columns = {**names, "activities": counts[place].astype(np.int64)}
    ordered = with_columns(answer, columns).sort_values(
        ["start_date", "event_id"], ascending=[False, True], kind="stable", ignore_index=True
    )
    return ordered[EVENT]


CARRIED = ("theme", "partner", "project")


def activities(record: Record, values: Values) -> pd.DataFrame | None:
    found, rows = latest(record, values)
    if rows is None:
        return None
    listed = np.zeros(len(found.view.number), bool)
    listed[rows] = True
    mine = np.flatnonzero(listed[found.view.parent])
    number = found.view.child[mine]
    answer = texts(record, values, number)
    place = placed(answer["event_no"], number, mine)
    counted = unpacked(found.activities)[place]
    names = {
        f"{name}s": carried(record, found.view.activities, name, place) for name in CARRIED[:2]
    }
    by = ["parent_event_id", "start_date", "event_id"]
    ordered = with_columns(answer, {**names, "counted": counted}).sort_values(
        by, kind="stable", ignore_index=True
    )
    return ordered[ACTIVITY]


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
    if most < len(rows):
        day = found.view.day[rows]
        oldest = day[len(rows) - most - 1] if most == 0 else day[len(rows) - most]
        newer, tied = rows[day > oldest], rows[day == oldest]
        if len(tied) > AT_ONCE:
            return found, None
        rows = np.concatenate([first(record, values, found, tied, most - len(newer)), newer])
    return found, rows


def first(record: Record, values: Values, found: Matched, rows: Ints, most: int) -> Ints:
    """Of events of one day, so many in the order of their ids."""
    numbers = found.view.number[rows]
    answer = texts(record, values, numbers).sort_values("event_id")
    return placed(answer["event_no"].head(most), numbers, rows)


def marked(record: Record, values: Values) -> tuple[Matched, Ints]:
    """What matches, and the places of the selected events behind the mark, in the order of days."""
    found = record.matched(values)
    part, rows = record.during(found, values), found.events
    for name, held in HELD.items():
        value = values[f"mark_{name}"]
        if value:
            rows = rows & held(record, found.view, values, value)
    first = words_of(part).start << 6
    return found, first + places(cut(rows, part))


def of_theme(record: Record, view: View, values: Values, theme: str) -> Words:
    return of_value(record, view, "theme", theme)


def of_partner(record: Record, view: View, values: Values, partner: str) -> Words:
    return of_value(record, view, "partner", partner)


def of_region(record: Record, view: View, values: Values, region: str) -> Words:
    return of_value(record, view, "region", region)


def of_format(record: Record, view: View, values: Values, format: str) -> Words:
    return of_value(record, view, "format", format)


def of_value(record: Record, view: View, name: str, value: str) -> Words:
    """The events that carry an id, or none, any or several."""
    held, place = view.events[name], record.places.get(name, {}).get(value)
    none: Words = held.sets[0]
    named = {"none": none, "any": view.all_events & ~none, "several": held.several}
    return named.get(value, nothing(view)) if place is None else held.carry([place])


def of_combination(record: Record, view: View, values: Values, themes: str) -> Words:
    """The events that carry just these themes, named in the order of their vocabulary."""
    ids = [] if themes == "none" else themes.split("+")
    known = record.places.get("theme", {})
    found = [known[theme] for theme in ids if theme in known]
    in_order = found == sorted(set(found)) and len(found) == len(ids)
    return view.events["theme"].equal(found) if in_order else nothing(view)


def of_country(record: Record, view: View, values: Values, country: str) -> Words:
    known = record.words("country_place")
    wanted = known.loc[known["country_id"] == country, "position"]
    return packed(np.isin(view.country, [0] if country == "none" else wanted.to_numpy()))


def of_quarter(record: Record, view: View, values: Values, quarter: str) -> Words:
    return of_span(record, view, values, "quarter_id", quarter)


def of_year(record: Record, view: View, values: Values, year: str) -> Words:
    return of_span(record, view, values, "year_id", year)


def of_span(record: Record, view: View, values: Values, column: str, value: str) -> Words:
    quarters = record.words("quarter_span")
    mine = quarters[(quarters["calendar"] == values["calendar"]) & (quarters[column] == value)]
    if mine.empty:
        return nothing(view)
    first, last = days(mine["first_day"]).min(), days(mine["last_day"]).max()
    return packed((view.day >= first) & (view.day <= last))


def of_dated(record: Record, view: View, values: Values, dated: str) -> Words:
    return view.approximate


HELD: dict[str, Callable[[Record, View, Values, str], Words]] = {
    "theme": of_theme,
    "partner": of_partner,
    "combination": of_combination,
    "region": of_region,
    "format": of_format,
    "country": of_country,
    "quarter": of_quarter,
    "year": of_year,
    "dated": of_dated,
}


def nothing(view: View) -> Words:
    return np.zeros_like(view.all_events)


def texts(record: Record, values: Values, numbers: Ints) -> pd.DataFrame:
    """What the record says of rows, given by their numbers. Lists of few lengths, so that few
    statements are made.
    """
    size = max(STATEMENT, 1 << max(0, len(numbers) - 1).bit_length())
    padded = (*map(int, numbers), *[-1] * (size - len(numbers)))
    asked = {**values, "numbers": padded}
    return record.rows("numbered", asked).to_pandas(use_threads=False)


def placed(wanted: "pd.Series[Any]", numbers: Ints, rows: Ints) -> Ints:
    """The place of each number in the view."""
    order = np.argsort(numbers)
    found: Ints = rows[order[np.searchsorted(numbers[order], wanted.to_numpy())]]
    return found


def carried(record: Record, held: Mapping[str, Bitmaps], name: str, rows: Ints) -> Any:
    """The ids that each row carries, as one text in their order."""
    ids = sorted(record.places.get(name, {}).items())
    matrix = held[name].held(rows)[:, [place for _, place in ids]]
    texts = np.array([key for key, _ in ids], object)
    return pd.array([";".join(texts[line]) for line in matrix], dtype="str")
