"""What is wrong with a story, said before the meeting: file, screen, field and value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.language import languages
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.story import marking, template
from dashboard.story.choosing import chosen, known
from dashboard.story.figures import COLUMN, opened
from dashboard.story.keys import Odd
from dashboard.story.plan import Figure, Planned, Story, Texts
from dashboard.story.recounting import recounted
from queries import measures, questions


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
        nowhere = look.text("stands nowhere: the story has no screen")
        return [Problem("", "screen", "", nowhere), *(of_key("", odd, look) for odd in story.odd)]
    names = [planned.name for planned in story.screens]
    twice = sorted({name for name in names if names.count(name) > 1})
    return [
        *(Problem(name, "name", name, look.text("stands twice")) for name in twice),
        *(of_key("", odd, look) for odd in story.odd),
        *(found for planned in story.screens for found in of_whole(planned, reading)),
    ]


def sentence(file: Path, found: Problem, look: Look) -> str:
    """One line that names the place: for the terminal, the log and the presenter."""
    if not found.screen:
        return look.text(
            "{file}, {field}: “{value}” {why}",
            file=file.name,
            field=found.field,
            value=found.value,
            why=found.why,
        )
    return look.text(
        "{file}, screen “{screen}”, {field}: “{value}” {why}",
        file=file.name,
        screen=found.screen,
        field=found.field,
        value=found.value,
        why=found.why,
    )


def of_whole(planned: Planned, reading: Reading) -> list[Problem]:
    """What is wrong with one screen, its figures counted again if nothing else is."""
    return of_screen(planned, reading) or list(counts(planned, reading))


def counts(planned: Planned, reading: Reading) -> Iterator[Problem]:
    """Figures that are not as many as the rows that their mark opens, for this selection."""
    look, here = reading.look, reading.of(chosen(planned, reading)[0])
    for figure in planned.figures:
        for mark, n in opened(figure, here):
            rows = recounted(mark, here)
            if rows not in (n, None):
                why = look.text(
                    "opens {rows}, and the figure is {n}",
                    rows=look.plural("{n} row", "{n} rows", int(rows or 0)),
                    n=look.number(n),
                )
                yield Problem(planned.name, figure.name, mark, why)


def of_screen(planned: Planned, reading: Reading) -> list[Problem]:
    """What is wrong with one screen; its figures are looked at only if their questions exist."""
    odd = list(keys(planned, reading.look))
    asked = [*asking(planned, reading.look), *selecting(planned, reading)]
    if asked:
        return [*odd, *asked]
    here = reading.of(chosen(planned, reading)[0])
    ids = known(here)
    figures = [one for f in planned.figures for one in of_figure(f, planned, here, ids)]
    return [*odd, *figures, *texts(planned, reading.look), *bounds(planned, reading.look)]


def keys(planned: Planned, look: Look) -> Iterator[Problem]:
    yield from (of_key(planned.name, odd, look) for odd in planned.odd)


def of_key(screen: str, odd: Odd, look: Look) -> Problem:
    whys = {
        "": look.text("means nothing here"),
        "bool": look.text("is neither true nor false"),
        "int": look.text("is no whole number"),
    }
    return Problem(screen, odd.field or odd.key, odd.key, whys[odd.kind])


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
    for wrong in (*marking.chosen(figure, reading, ids), *marking.marks(figure, reading, ids)):
        yield Problem(planned.name, figure.name, wrong.value, marking.phrase(wrong, look))
    for written_so, taken in marking.unlike(figure):
        why = look.text("opens other rows than the figure counts: {where}", where=taken)
        yield Problem(planned.name, figure.name, written_so, why)
    if not figure.mark and figure.name in spoken(planned):
        yield Problem(planned.name, figure.name, "mark", look.text("is missing"))


def spoken(planned: Planned) -> set[str]:
    """The figures that a text of the screen shows, so that somebody will want to open them."""
    said = (one for texts in written(planned).values() for one in texts.values())
    return {name for one in said for name in template.names(one)}


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
