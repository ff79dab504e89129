"""Whether the rows that a figure takes, and those that its mark opens, are any there can be."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from dashboard.charts.partners_by_standing import STANDINGS
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.story.figures import COLUMN
from dashboard.story.plan import Figure
from dashboard.story.recounting import LISTED, MEASURED, read
from data.vocabularies import VOCABULARIES
from queries.selection import CALENDARS, DIMENSIONS, MARKS

COVERAGES = next(one for one in VOCABULARIES if one.name == "coverage").choices["coverage"]
LACKED = ("theme", "partner", "project", "role")  # what an event can carry none of
NUMBER = re.compile(r"-?\d+")
SHOWN = 12  # ids that are listed where one is wrong

# What a mark of a story may name beside ids, and the values that each has.
KINDS: dict[str, tuple[str, ...]] = {
    "measure": MEASURED,
    "rows": (
        *LISTED,
        *("partners", "new_partners", "countries", "combinations", "years"),
        *("findings", "entries"),
    ),
    "standing": STANDINGS,
    "coverage": (*COVERAGES, "hatched"),
    "dated": ("approximate",),
    "themes": ("several",),
    "years": ("several",),
    "located": ("no",),
}
ANY = {"theme": ("any", "several"), "partner": ("any",)}  # values of marks that are no ids


@dataclass(frozen=True)
class Wrong:
    """value: what is written. known: what could stand there; empty if that is too much to list."""

    value: str
    known: tuple[str, ...] = ()


def phrase(wrong: Wrong, look: Look) -> str:
    if wrong.known and len(wrong.known) <= SHOWN:
        return look.text("is none of {known}", known=", ".join(wrong.known))
    return look.text("is not known")


def chosen(figure: Figure, reading: Reading, ids: Mapping[str, tuple[str, ...]]) -> Iterator[Wrong]:
    """Values of `where` that no row of the answer can ever hold."""
    answer = reading.ask(figure.question)
    for column, wanted in figure.where.items():
        if column not in answer:
            continue
        named = [one.removeprefix("not ") for one in wanted]
        known = held(column, answer[column], reading, ids)
        if known is not None:
            yield from (Wrong(one, tuple(known)) for one in named if one not in known)
        elif is_numeric_dtype(answer[column]):
            yield from (Wrong(one) for one in named if not NUMBER.fullmatch(one))


def held(
    column: str, values: "pd.Series[object]", reading: Reading, ids: Mapping[str, tuple[str, ...]]
) -> Collection[str] | None:
    """Everything that a column can hold; None where that is no closed set."""
    if column in ids:
        return (*ids[column], *(("none",) if column in LACKED else ()))
    if column in ("standing", "coverage"):
        return STANDINGS if column == "standing" else COVERAGES
    if column == "quarter":
        return quarters(reading)
    return ("True", "False") if is_bool_dtype(values) else None


def quarters(reading: Reading) -> list[str]:
    """The ids of all quarters of the record, of either calendar."""
    both = (replace(reading.chosen, calendar=one) for one in CALENDARS)
    return sorted({str(one) for asked in both for one in reading.ask("coverage", asked)["quarter"]})


def marks(figure: Figure, reading: Reading, ids: Mapping[str, tuple[str, ...]]) -> Iterator[Wrong]:
    """Names and ids of a figure's mark that open nothing, or other rows than its `where` takes."""
    for name, value in read(figure.mark).items():
        written, known = f"{name}={value}", opened(name, reading, ids)
        if known is None:
            yield Wrong(written, (*MARKS, *KINDS) if name not in MARKS else ())
        elif not COLUMN.search(value) and known and value not in known:
            yield Wrong(written, tuple(f"{name}={one}" for one in known))


def opened(
    name: str, reading: Reading, ids: Mapping[str, tuple[str, ...]]
) -> Collection[str] | None:
    """The values that a mark's name may have; empty for any, None for no name of a mark."""
    if name in DIMENSIONS and name in MARKS:
        none = ("none",) if name in ("theme", "partner") else ()
        return (*ids[name], *none, *ANY.get(name, ()))
    if name == "quarter":
        return quarters(reading)
    return KINDS.get(name, () if name in MARKS else None)


def unlike(figure: Figure) -> Iterator[tuple[str, str]]:
    """Where `where` takes one value of a column and the mark names another: both as written."""
    parts = read(figure.mark)
    for column, wanted in figure.where.items():
        plain = {one for one in wanted if not one.startswith("not ")}
        value = parts.get(column, "")
        if plain and value and not COLUMN.search(value) and plain != {value}:
            yield f"{column}={value}", f"{column} = {', '.join(sorted(plain))}"
