"""One screen of a story, as plain values: what the board page, the pack and a snapshot show."""

from dataclasses import dataclass
from types import ModuleType

import pandas as pd

from dashboard.reading import Reading


@dataclass(frozen=True)
class Claim:
    """A figure within a sentence. `mark` names the rows behind it, as charts write marks."""

    mark: str
    value: int


@dataclass(frozen=True)
class Screen:
    """One message. `dashboard.look.unmarked` takes the marks out of sentence, foot and notes.

    name: of the screen in the story, an id. heading: short, for lists of screens.
    sentence: the title, with marks around its figures.
    claims: the figures of the sentence. reading: whose selection it is. question, answer: what was
    asked, and the answer. chart: the module of dashboard/charts that draws it, or None for a table.
    table: the figures in words, as the chart's or the story's own. note: unit and what is counted.
    foot: coverage and unknowns. banner: selection, period and data version in one line.
    notes: definition, selection, counting rule, unknowns, each with its name.
    cues: what the story tells the presenter to say; for nobody else.
    marks: for a table of the story's own, the mark of each row; empty where nothing opens.
    beyond: how many events the table does not list.
    """

    name: str
    heading: str
    sentence: str
    claims: tuple[Claim, ...]
    reading: Reading
    question: str
    answer: pd.DataFrame
    chart: ModuleType | None
    table: pd.DataFrame
    note: str
    foot: tuple[str, ...]
    banner: str
    notes: tuple[tuple[str, str], ...]
    marks: tuple[str, ...] = ()
    beyond: int = 0
    cues: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Skipped:
    """A screen that is not shown, and why, for the presenter."""

    name: str
    heading: str
    reason: str
