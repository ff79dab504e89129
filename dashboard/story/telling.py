"""A story told of one selection: its screens, and those that are not shown and why."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pandas as pd

from dashboard import charts, discretion, explaining, wording
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.story import checking, tables
from dashboard.story.choosing import chosen
from dashboard.story.figures import taken
from dashboard.story.plan import Planned, Sentence, Story, Texts
from dashboard.story.screen import Claim, Screen, Skipped
from dashboard.story.template import Value, filled
from data.progress import Tell, silent
from queries import measures
from queries.selection import MOST

LOG = logging.getLogger(__name__)
CHARTS = Path(str(charts.__file__)).parent
YEARS = re.compile(r"(?<![\w=-])(\d{4})-(\d{4}|\d{2})(?![\d-])")
FIGURE = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")


def tell(
    story: Story, reading: Reading, begins: Tell = silent, listed: int = MOST
) -> tuple[list[Screen], list[Skipped]]:
    """The screens in the story's order, and those that have nothing to say or cannot be told.

    begins: is told of each screen, in words. listed: how many events a table lists.
    """
    reading = replace(reading, look=replace(reading.look, opens=True))
    told = []
    for n, planned in enumerate(story.screens, start=1):
        begins(step(n, len(story.screens), planned, reading.look))
        told.append(safely(replace(planned, listed=listed), story, reading))
    screens = [one for one in told if isinstance(one, Screen)]
    return screens, [one for one in told if isinstance(one, Skipped)]


def step(n: int, total: int, planned: Planned, look: Look) -> str:
    heading = in_language(planned.heading, look) or planned.name
    return look.text("Screen {n} of {total}: {heading}", n=n, total=total, heading=heading)


def report(story: Story, reading: Reading) -> list[str]:
    """One line for all that is wrong with a story, and for each screen that selects nothing."""
    look, found = reading.look, checking.problems(story, reading)
    wrong = {problem.screen for problem in found}
    skipped = [
        one for one in tell(story, reading, listed=tables.LISTED)[1] if one.name not in wrong
    ]
    return [
        *(checking.sentence(story.file, problem, look) for problem in found),
        *(f"{story.file.name}: {one.name}: {one.reason}" for one in skipped),
    ]


def safely(planned: Planned, story: Story, reading: Reading) -> Screen | Skipped:
    """One screen. Whatever goes wrong in it, the others are told."""
    heading, look = in_language(planned.heading, reading.look) or planned.name, reading.look
    found = checking.of_screen(planned, reading)
    if found:
        return Skipped(planned.name, heading, checking.sentence(story.file, found[0], look))
    try:
        return screen(planned, Telling(planned, reading))
    except Silent as silence:
        return Skipped(planned.name, heading, str(silence))
    except Exception:
        LOG.exception("screen %s not told", planned.name)
        return Skipped(planned.name, heading, look.text("It could not be drawn; the log says why."))


class Silent(Exception):
    """A screen has nothing to say; why, in the reader's language."""


@dataclass(frozen=True)
class Telling:
    """One screen while it is told: its plan, and the reading as it stood."""

    planned: Planned
    before: Reading

    @property
    def reading(self) -> Reading:
        """With the screen's own selection."""
        selection, _ = chosen(self.planned, self.before)
        look = replace(self.before.look, most=self.planned.most)
        return replace(self.before.of(selection), look=look)


def screen(planned: Planned, telling: Telling) -> Screen:
    """Raises Silent where there is nothing to show."""
    reading, drawn = telling.reading, chart(planned)
    answer = reading.ask(planned.question, None, most=planned.listed)
    look = reading.look
    if nothing(answer, planned):
        raise Silent(look.text("It selects nothing: {scope}.", scope=wording.scope(reading)))
    values = taken(planned, reading)
    said = title(planned, values, look) or (drawn.say(answer, look) if drawn else "")
    if not said:
        raise Silent(look.text("Too little is recorded for a sentence."))
    return Screen(
        name=planned.name,
        heading=in_language(planned.heading, look),
        sentence=unbroken(said),
        claims=claims(said),
        reading=reading,
        question=planned.question,
        answer=answer,
        chart=drawn,
        table=table(planned, values, answer, drawn, reading),
        note=note(planned, answer, drawn, look),
        foot=foot(answer, drawn, said, reading),
        banner=f"{wording.scope(reading)} · {wording.version(reading)}",
        notes=tuple(explaining.lines(measures.load()[planned.measure], reading)),
        cues=cues(planned, look),
        marks=tables.marks(planned, values),
        beyond=beyond(planned, answer, reading),
    )


def unbroken(sentence: str) -> str:
    """A sentence whose years, such as 2024-2025, stay on one line; no mark's id is touched."""
    return YEARS.sub("\\1\u2011\\2", sentence)


def beyond(planned: Planned, answer: pd.DataFrame, reading: Reading) -> int:
    """How many events a list leaves out."""
    if planned.question != "events" or len(answer) < planned.listed:
        return 0
    return int(reading.ask("headline")["events"].iloc[0]) - len(answer)


def chart(planned: Planned) -> ModuleType | None:
    """The chart that bears the question's name; none for a table of the story's own."""
    if planned.rows or not (CHARTS / f"{planned.question}.py").exists():
        return None
    return import_module(f"{charts.__name__}.{planned.question}")


def nothing(answer: pd.DataFrame, planned: Planned) -> bool:
    """Whether there is nothing to show; a screen of what is missing is shown all the same."""
    return not planned.always and (
        answer.empty or ("events" in answer and not answer["events"].any())
    )


def title(planned: Planned, values: Mapping[str, Value], look: Look) -> str:
    """The first sentence whose figures lie within its bounds; empty if none does."""
    for sentence in planned.sentences:
        if fits(sentence, values):
            return filled(in_language(sentence.texts, look), values, look)
    return ""


def fits(sentence: Sentence, values: Mapping[str, Value]) -> bool:
    enough = all(values[name].n >= least for name, least in sentence.at_least.items())
    return enough and all(values[name].n <= most for name, most in sentence.at_most.items())


def claims(sentence: str) -> tuple[Claim, ...]:
    """The figures of a sentence, as it marks them."""
    found = FIGURE.findall(sentence)
    return tuple(Claim(mark, int(re.sub(r"\D", "", written))) for mark, written in found)


def table(
    planned: Planned,
    values: Mapping[str, Value],
    answer: pd.DataFrame,
    drawn: ModuleType | None,
    reading: Reading,
) -> pd.DataFrame:
    """The figures in words."""
    if drawn:
        return pd.DataFrame(drawn.table(answer, reading.look))
    if planned.rows:
        return tables.figures(planned, values, reading.look)
    return tables.events(answer, reading)


def note(planned: Planned, answer: pd.DataFrame, drawn: ModuleType | None, look: Look) -> str:
    """Unit and what is counted."""
    if planned.note:
        return in_language(planned.note, look)
    return str(drawn.note(answer, look)) if drawn else look.text("Events, latest first")


def foot(
    answer: pd.DataFrame, drawn: ModuleType | None, said: str, reading: Reading
) -> tuple[str, ...]:
    """What the chart admits that the title said does not, and how far the period is recorded."""
    look = replace(reading.look, told=frozenset(claim.mark for claim in claims(said)))
    own = drawn.foot(answer, look) if drawn else []
    covered = look.text("Record of the period: {coverage}.", coverage=wording.coverage(reading))
    return (*own, covered, *(f"{part}." for part in discretion.told(reading)))


def cues(planned: Planned, look: Look) -> tuple[tuple[str, str], ...]:
    """For the presenter: the story's own words."""
    own = in_language(planned.notes, look)
    return ((look.text("To say"), own),) if own else ()


def in_language(texts: Texts, look: Look) -> str:
    """A text in the reader's language, or in English where there is none."""
    return texts.get(look.language.code, texts.get("en", ""))
