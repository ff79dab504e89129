"""An answer in a reader's words: its columns named, its codes written out, its ids at the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.charts.partners_by_standing import standings
from dashboard.exports import headings
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.story.tables import addresses
from queries import asking
from queries.selection import DIMENSIONS

LISTS = {"themes": "theme", "partners": "partner", "projects": "project"}  # ids between semicolons
DATES = {  # what is known of a date -> the words for it, its first and its last day
    "date_precision": ("date", "start_date", "end_date"),
    "first_precision": ("first_event", "first_seen", "first_until"),
}
INWARD = ("notes",)  # what whoever keeps the record writes to themselves
LABELLED = (*DIMENSIONS, "country", "quarter", "combination")  # what `label` can be the name of


@dataclass(frozen=True)
class Column:
    """name: in the answers of the command line. holds: a sentence, empty where nothing is to say.

    is_id: whether it holds what links and files call a thing.
    """

    name: str
    heading: str
    holds: str
    is_id: bool


def told(answer: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """The answer with its dates as exactly as they are known, and events with their pages."""
    found = answer.drop(columns=[name for name in INWARD if name in answer])
    for precision, (date, first, last) in DATES.items():
        if {precision, first, last} <= set(found):
            known = zip(found[first], found[last], found[precision], strict=True)
            words = [when(*one, reading.look) for one in known]
            found.insert(found.columns.get_loc(first), date, words)
    if "title_en" in found and "event_id" in found:
        ids = found["event_id"].astype(str)
        found["evidence"] = ids.map(pages(reading, tuple(ids))).fillna("")
    return found


def when(first: Any, last: Any, precision: Any, look: Look) -> str:
    """A date in words; empty for none."""
    if pd.isna(first):
        return ""
    return look.language.when(asking.as_day(first), asking.as_day(last), str(precision))


def pages(reading: Reading, shown: tuple[str, ...]) -> dict[str, str]:
    """The addresses that bear out each event. shown: the ids of the events."""
    found: dict[str, list[str]] = {}
    for row in addresses(reading, shown):
        found.setdefault(str(row.event_id), []).append(str(row.url))
    return {event: " ".join(urls) for event, urls in found.items()}


def columns(answer: pd.DataFrame, look: Look) -> list[Column]:
    """The columns that are shown, each language's own once, ids after all others."""
    found = [column(name, answer, look) for name in shown(answer, look)]
    return sorted(found, key=lambda one: one.is_id)


def shown(answer: pd.DataFrame, look: Look) -> list[str]:
    """The columns without those of other languages: English where the reader's has none."""
    own = f"_{look.language.code}"
    others = [
        name
        for name in answer
        if name.endswith(("_en", "_fr"))
        and name != bare(name) + own
        and (bare(name) + own in answer or not name.endswith("_en"))
    ]
    return [str(name) for name in answer if name not in others]


def bare(name: str) -> str:
    """The name of a column without its language."""
    return name[:-3] if name[-3:-2] == "_" else name


def column(name: str, answer: pd.DataFrame, look: Look) -> Column:
    first, plain = str(answer.columns[0]), bare(name)
    if plain == "label":
        plain = first if first in LABELLED else "name"
    heading = headings.heading(plain.removesuffix("_id"), look)
    if not identifies(name, answer):
        number = pd.api.types.is_numeric_dtype(answer[name])
        return Column(name, heading, headings.holds(plain, number, look), False)
    said = look.text("What links, files and the command line call it")
    return Column(name, look.text("{name} (id)", name=heading), said, True)


def identifies(name: str, answer: pd.DataFrame) -> bool:
    """Whether a column holds ids: what it names stands beside it in words, or cannot be named."""
    if name.endswith("_id") or name == "source" or f"{name}_en" in answer:
        return True
    return name == answer.columns[0] and "label_en" in answer and name in LABELLED


def frame(answer: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """A told answer as a sheet shows it, its numbers and days as they are."""
    kept = columns(answer, reading.look)
    values = [worded(answer[one.name], one, reading) for one in kept]
    found = pd.concat(values, axis=1) if values else pd.DataFrame()
    return found.set_axis([one.heading for one in kept], axis=1)


def worded(values: "pd.Series[Any]", column: Column, reading: Reading) -> "pd.Series[Any]":
    """The values of a column, codes in words."""
    if column.is_id or pd.api.types.is_numeric_dtype(values):
        return values
    words = codes(reading).get(column.name, {})
    if column.name in LISTS:
        return values.map(lambda ids: listed(ids, words))
    return values.map(lambda value: words.get(value, value)) if words else values


def listed(ids: Any, words: Mapping[str, str]) -> Any:
    """The names of ids that stand between semicolons."""
    if not isinstance(ids, str):
        return ids
    return "; ".join(words.get(one, one) for one in ids.split(";"))


def codes(reading: Reading) -> dict[str, dict[str, str]]:
    """What the codes of a column mean, by the column's name."""
    look, known = reading.look, wording.vocabulary(reading)
    names = {one: {i: name for (of, i), name in known.items() if of == one} for one in DIMENSIONS}
    several = {column: names[one] for column, one in LISTS.items()}
    return {**names, **several, "standing": standings(look), **headings.codes(look)}
