"""A story as its file plans it: which screens, what each asks, what it says. Nothing is asked here.

A file of stories/ is written by people, so whatever it holds is read; `checking.py` says what is
wrong with it.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.language import Language
from dashboard.story import keys, unreadable
from dashboard.story.keys import Odd
from dashboard.story.unreadable import Fault
from queries.selection import MOST

STORIES = unreadable.STORIES
Texts = Mapping[str, str]  # a text in each language, by its code


class StoryError(ValueError):
    """The story file is missing or is no TOML; as text, it says so in English."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(unreadable.sentence(fault, Language()))
        self.fault = fault

    def said(self, language: Language) -> str:
        return unreadable.sentence(self.fault, language)


@dataclass(frozen=True)
class Figure:
    """What a sentence can name: a number of an answer, or a list of its first rows.

    question: whose answer holds it. column: of the number; empty to count the rows. where: which
    rows, ids by column. top: for a list, how many rows at most; 0 for a number. mark: the rows
    behind the number, with `{column}` for a value of its row.
    """

    name: str
    question: str
    column: str
    where: Mapping[str, tuple[str, ...]]
    top: int
    mark: str


@dataclass(frozen=True)
class Sentence:
    """One way to say it, in each language, for figures within the bounds."""

    texts: Texts
    at_least: Mapping[str, int]
    at_most: Mapping[str, int]


@dataclass(frozen=True)
class Row:
    """One line of a table of the story's own: a figure, and what it counts."""

    figure: str
    texts: Texts


@dataclass(frozen=True)
class Planned:
    """One screen. selection: parameters of a link that replace the reader's. most: marks drawn.

    always: shown even when no event is selected. odd: what means nothing in it. listed: events that
    a table lists, the latest.
    """

    name: str
    heading: Texts
    question: str
    measure: str
    selection: Mapping[str, Any]
    most: int
    figures: tuple[Figure, ...]
    sentences: tuple[Sentence, ...]
    rows: tuple[Row, ...]
    note: Texts
    notes: Texts
    always: bool
    odd: tuple[Odd, ...]
    listed: int = MOST


@dataclass(frozen=True)
class Story:
    """An ordered list of screens, the file it was read from, and what means nothing in that."""

    file: Path
    screens: tuple[Planned, ...]
    odd: tuple[Odd, ...] = ()


def load(named: str | Path | None = None) -> Story:
    """The story of that name in stories/ or at that path; by default OUTREACH_STORY, or `default`.

    Raises StoryError.
    """
    file = path(str(named or os.environ.get("OUTREACH_STORY") or "default"))
    held = parsed(file)
    screens = held.get("screen", [])
    if not isinstance(screens, list) or not all(isinstance(one, dict) for one in screens):
        raise StoryError(Fault(file, "screens"))
    told = tuple(planned(one, place) for place, one in enumerate(screens, start=1))
    return Story(file, told, keys.of_file(held))


def parsed(file: Path) -> dict[str, Any]:
    """What the file holds. Raises StoryError."""
    try:
        text = file.read_text("utf-8-sig")  # as some editors write it
        return tomllib.loads(text)
    except OSError as problem:
        raise StoryError(unreadable.of_opening(file, problem)) from None
    except UnicodeDecodeError as problem:
        raise StoryError(unreadable.of_letters(file, problem)) from None
    except tomllib.TOMLDecodeError as problem:
        raise StoryError(unreadable.of_toml(file, text, problem)) from None


def path(named: str) -> Path:
    """The file that a name or a path means."""
    inside = STORIES / f"{named}.toml"
    return inside if inside.parent == STORIES and inside.exists() else Path(named)


def planned(table: Mapping[str, Any], place: int) -> Planned:
    question, measure = str(table.get("question", "")), str(table.get("measure", "events"))
    return Planned(
        name=str(table.get("name", place)),
        heading=texts(table.get("heading")),
        question=question,
        measure=measure,
        selection=section(table, "selection"),
        most=number(table.get("most"), 15),
        figures=(
            *(figure(n, t, question, 0) for n, t in section(table, "figures").items()),
            *(figure(n, t, question, 3) for n, t in section(table, "lists").items()),
        ),
        sentences=tuple(sentence(one) for one in tables(table, "sentence")),
        rows=tuple(Row(str(one.get("figure", "")), texts(one)) for one in tables(table, "row")),
        note=texts(table.get("note")),
        notes=texts(table.get("notes")),
        always=table.get("always") is True,
        odd=keys.of_screen(table),
    )


def figure(name: str, given: Any, question: str, top: int) -> Figure:
    """A declared figure. `measure = "events"` is short for that column of `headline`."""
    table = given if isinstance(given, dict) else {}
    measure = str(table.get("measure", ""))
    mark = f"measure={measure}" if measure else ""
    return Figure(
        name=name,
        question=str(table.get("question", "headline" if measure else question)),
        column=str(table.get("column", measure)),
        where={key: several(value) for key, value in section(table, "where").items()},
        top=number(table.get("top"), top) if top else 0,
        mark=str(table.get("mark", mark)),
    )


def sentence(table: Mapping[str, Any]) -> Sentence:
    least, most = (
        {name: number(value, 0) for name, value in section(table, bound).items()}
        for bound in ("at_least", "at_most")
    )
    return Sentence(texts(table), least, most)


def section(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = table.get(name, {})
    return found if isinstance(found, dict) else {}


def tables(table: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = table.get(name, [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def texts(found: Any) -> Texts:
    """The texts of a table, by language; other keys of it are no texts and are passed over."""
    given = found if isinstance(found, dict) else {}
    return {key: value for key, value in given.items() if isinstance(value, str)}


def several(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def number(value: Any, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise
