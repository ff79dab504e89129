"""The selection of a screen: the reader's, with what the story puts in its place."""

from dataclasses import replace
from typing import Any

from dashboard.reading import Reading
from dashboard.story.plan import Planned
from queries import selection
from queries.selection import DIMENSIONS, PARAMETERS, Problem, Selection

FIELDS = {"from": "first_day", "to": "last_day"}  # where a field is not named as its parameter
PERIODS = ("reader", "record")


def chosen(planned: Planned, reading: Reading) -> tuple[Selection, list[Problem]]:
    """The selection, and what the story says of it that could not be used."""
    given = {key: written(value) for key, value in planned.selection.items() if key != "period"}
    understood, problems = selection.read(given, known(reading), reading.whole())
    fields = [FIELDS.get(name, name) for name in given if name in PARAMETERS]
    if planned.selection.get("period") == "record":
        fields += FIELDS.values()
    changes = {name: getattr(understood, name) for name in fields}
    odd = [Problem(name, value, PARAMETERS) for name, value in given.items() if unknown(name)]
    return replace(reading.chosen, **changes), [*odd, *problems, *period(planned)]


def unknown(name: str) -> bool:
    return name not in PARAMETERS


def period(planned: Planned) -> list[Problem]:
    named = planned.selection.get("period", "reader")
    return [] if named in PERIODS else [Problem("period", str(named), PERIODS)]


def written(value: Any) -> str:
    """A value of the file as a link has it."""
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(int(value)) if isinstance(value, bool) else str(value)


def known(reading: Reading) -> dict[str, tuple[str, ...]]:
    """The ids of each dimension."""
    words = reading.ask("vocabulary")
    return {name: tuple(words.loc[words["dimension"] == name, "id"]) for name in DIMENSIONS}
