"""What is wrong with a story, said before the meeting: file, screen, field and value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.language import languages
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.story import template
from dashboard.story.choosing import chosen, known
from dashboard.story.figures import COLUMN
from dashboard.story.plan import Figure, Planned, Story, Texts
from queries import measures, questions
from queries.selection import DIMENSIONS


@dataclass(frozen=True)
class Problem:
    """why: a phrase in the reader's language, to be read after the value."""

    screen: str
    field: str
    value: str
    why: str


def problems(story: Story, reading: Reading) -> list[Problem]:
    """All that is wrong with a story, for the selection and the record of a reading."""
    look = reading.look
    if not story.screens:
        return [Problem("", "screen", "", look.text("stands nowhere: the story has no screen"))]
    names = [planned.name for planned in story.screens]
    twice = sorted({name for name in names if names.count(name) > 1})
    return [
        *(Problem(name, "name", name, look.text("stands twice")) for name in twice),
        *(found for planned in story.screens for found in of_screen(planned, reading)),
    ]


def sentence(file: Path, found: Problem, look: Look) -> str:
    """One line that names the place: for the terminal, the log and the presenter."""
    return look.text(
        "{file}, screen “{screen}”, {field}: “{value}” {why}",
        file=file.name,
        screen=found.screen,
        field=found.field,
        value=found.value,
        why=found.why,
    )


def of_screen(planned: Planned, reading: Reading) -> list[Problem]:
    """What is wrong with one screen; its figures are looked at only if their questions exist."""
    asked = [
        *keys(planned, reading.look),
        *asking(planned, reading.look),
        *selecting(planned, reading),
    ]
    if asked:
        return asked
    here = reading.of(chosen(planned, reading)[0])
    ids = known(here)
    figures = [one for f in planned.figures for one in of_figure(f, planned, here, ids)]
    return [*figures, *texts(planned, reading.look), *bounds(planned, reading.look)]


def keys(planned: Planned, look: Look) -> Iterator[Problem]:
    for key in planned.odd:
        yield Problem(planned.name, key, key, look.text("is no field of a screen"))


def asking(planned: Planned, look: Look) -> Iterator[Problem]:
    """Questions and measures that there are not."""
    asked = {"question": planned.question} | {f.name: f.question for f in planned.figures}
    for field, name in asked.items():
        if name not in questions.names():
            yield Problem(planned.name, field, name, look.text("is no question"))
    if planned.measure not in measures.load():
        yield Problem(planned.name, "measure", planned.measure, look.text("is no measure"))


def selecting(planned: Planned, reading: Reading) -> Iterator[Problem]:
    for found in chosen(planned, reading)[1]:
        why = reading.look.text("cannot be used")
        if found.known:
            why = reading.look.text("is none of {known}", known=", ".join(found.known))
        yield Problem(planned.name, f"selection.{found.parameter}", found.value, why)


def of_figure(
    figure: Figure, planned: Planned, reading: Reading, ids: Mapping[str, tuple[str, ...]]
) -> Iterator[Problem]:
    """Columns that an answer does not have, ids that a vocabulary does not have."""
    look, columns = reading.look, set(reading.ask(figure.question).columns)
    wanted = {figure.column, *figure.where, *COLUMN.findall(figure.mark)} - {""}
    if figure.top and not figure.column:
        yield Problem(planned.name, figure.name, "column", look.text("is missing"))
    for column in sorted(wanted - columns):
        why = look.text("is no column of {question}", question=figure.question)
        yield Problem(planned.name, figure.name, column, why)
    for column in set(figure.where) & set(DIMENSIONS):
        named = {one.removeprefix("not ") for one in figure.where[column]}
        for value in sorted(named - {"none", *ids[column]}):
            yield Problem(planned.name, figure.name, value, look.text("is not known"))


def texts(planned: Planned, look: Look) -> Iterator[Problem]:
    """Texts that a language lacks, templates that name no figure of the screen."""
    values = {figure.name for figure in planned.figures}
    for field, said in written(planned).items():
        for language in languages():
            if not said.get(language):
                why = look.text("is missing")
                yield Problem(planned.name, field, language, why)
        yield from unequal(planned, field, said, values, look)
        for language, words in said.items():
            for name in sorted(template.names(words) - values):
                why = look.text("is no figure of this screen")
                yield Problem(planned.name, f"{field}.{language}", f"{{{name}}}", why)
            for fault in template.faults(words):
                why = look.text("means nothing in a template")
                yield Problem(planned.name, f"{field}.{language}", fault, why)


def unequal(
    planned: Planned, field: str, said: Texts, values: set[str], look: Look
) -> Iterator[Problem]:
    """Figures that one language names and another does not."""
    spoken = {language: said[language] for language in languages() if said.get(language)}
    every = {name for words in spoken.values() for name in template.names(words)} & values
    for language, words in spoken.items():
        for name in sorted(every - template.names(words)):
            why = look.text("is missing in this language")
            yield Problem(planned.name, f"{field}.{language}", f"{{{name}}}", why)


def written(planned: Planned) -> dict[str, Texts]:
    """Every text of a screen by its field."""
    optional = {"note": planned.note, "notes": planned.notes}
    return {
        "heading": planned.heading,
        **{f"sentence {n}": one.texts for n, one in enumerate(planned.sentences, start=1)},
        **{f"row {n}": one.texts for n, one in enumerate(planned.rows, start=1)},
        **{field: said for field, said in optional.items() if said},
    }


def bounds(planned: Planned, look: Look) -> Iterator[Problem]:
    """Conditions and rows on figures that the screen does not declare."""
    values = {figure.name for figure in planned.figures}
    named = {(f"sentence {n}", name) for n, name in conditions(planned)}
    named |= {(f"row {n}", row.figure) for n, row in enumerate(planned.rows, start=1)}
    for field, name in sorted(named):
        if name not in values:
            yield Problem(planned.name, field, name, look.text("is no figure of this screen"))


def conditions(planned: Planned) -> Iterator[tuple[int, str]]:
    for n, one in enumerate(planned.sentences, start=1):
        yield from ((n, name) for name in {*one.at_least, *one.at_most})
