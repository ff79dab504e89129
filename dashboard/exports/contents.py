"""What a pack holds, whatever file it becomes: the story's screens, a cover, the last pages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from dashboard import discretion, unrecorded, wording
from dashboard import look as looks
from dashboard.exports import appendix
from dashboard.look import Look, unmarked
from dashboard.reading import Answers, Reading
from dashboard.story import audience
from dashboard.story.screen import Screen, Skipped

BEYOND = re.compile(r"⟦[^|⟧]*;beyond=[^|⟧]*\|([^⟧]*)⟧")  # a figure: what a chart does not draw


@dataclass(frozen=True)
class Contents:
    """A pack in words and tables.

    about: cover lines with their names. definitions, sources, coverage: tables as they are shown.
    unknown: what is not known, each with its name. source: the line under everything.
    not_shown: how many events are withheld, in words; empty for none. nothing: why there is no
    screen at all; empty where there is one.
    """

    look: Look
    organisation: str
    title: str
    period: str
    about: tuple[tuple[str, str], ...]
    screens: tuple[Screen, ...]
    skipped: tuple[Skipped, ...]
    definitions: pd.DataFrame
    sources: pd.DataFrame
    coverage: pd.DataFrame
    unknown: tuple[tuple[str, str], ...]
    source: str
    not_shown: str
    nothing: str
    made_on: date


def writing(n: int, contents: Contents) -> str:
    """The step in which screen n is written, in words."""
    return contents.look.text(
        "Writing screen {n} of {total}: {heading}",
        n=n,
        total=len(contents.screens),
        heading=contents.screens[n - 1].heading,
    )


def public(reading: Reading) -> Reading:
    """The same as everybody may see it, on paper: what a pack is told from."""
    look = looks.look("light", reading.look.language)
    return audience.public(replace(reading, look=look, answers=once(reading.answers)))


def once(answers: Answers) -> Answers:
    """The same answers, each question asked once: a pack puts a dozen of them again and again."""
    kept: dict[object, pd.DataFrame] = {}

    def remembered(name: str, values: Mapping[str, object]) -> pd.DataFrame:
        key = name, tuple(values.items())
        if key not in kept:
            kept[key] = answers(name, values)
        return kept[key]

    return remembered


def gathered(
    screens: Sequence[Screen], skipped: Sequence[Skipped], reading: Reading, made_on: date
) -> Contents:
    """The pack of a story that was told from `reading`, which is public."""
    look, record = reading.look, reading.record()
    return Contents(
        look=look,
        organisation=look.name(record, "name"),
        title=look.text("Outreach report to the board"),
        period=wording.period(reading),
        about=tuple(about(reading, made_on)),
        screens=tuple(map(on_paper, screens)),
        skipped=tuple(skipped),
        definitions=appendix.definitions(look),
        sources=appendix.sources(reading),
        coverage=appendix.coverage(reading),
        unknown=tuple(appendix.unknown(reading)),
        source=wording.source(reading),
        not_shown=not_shown(reading),
        nothing="" if screens else unmarked(unrecorded.nothing(reading)),
        made_on=made_on,
    )


def left_out(contents: Contents) -> pd.DataFrame:
    """The screens that are not shown, each with why."""
    _ = contents.look.text
    rows = [(one.heading, one.reason) for one in contents.skipped]
    return pd.DataFrame(rows, columns=[_("Screen"), _("Why it is not shown")])


def not_listed(screen: Screen) -> str:
    """How much of a long list a pack holds, in words."""
    look, listed = screen.reading.look, len(screen.answer)
    return look.text(
        "The latest {shown} of {all} events are listed. The menu “Take away” of a chart gives all.",
        shown=look.number(listed),
        all=look.number(listed + screen.beyond),
    )


def on_paper(screen: Screen) -> Screen:
    """A screen without marks: on paper a figure opens nothing, and what is not drawn stands in the
    workbook.
    """
    look = screen.reading.look
    foot = tuple(unmarked(not_drawn(line, look)) for line in screen.foot)
    return replace(
        screen,
        sentence=unmarked(screen.sentence),
        foot=(*foot, *([not_listed(screen)] if screen.beyond else [])),
        notes=tuple((name, unmarked(text)) for name, text in screen.notes),
    )


def not_drawn(line: str, look: Look) -> str:
    """A line of a foot that counts what a chart has no room for, as it is true on paper."""
    found = BEYOND.search(line)
    if not found:
        return line
    return look.plural(
        "{n} more is not drawn; the workbook of the pack lists it.",
        "{n} more are not drawn; the workbook of the pack lists them.",
        int("".join(filter(str.isdigit, found[1]))),
    )


def about(reading: Reading, made_on: date) -> list[tuple[str, str]]:
    """The lines of the cover."""
    look, chosen = reading.look, reading.chosen
    _ = look.text
    days = look.language.days(chosen.first_day, chosen.last_day)
    return [
        (_("Period"), _("{period}, by the day an event starts ({days})", **named(reading, days))),
        (_("Filters"), wording.filters(reading) or _("none")),
        (_("Coverage"), wording.coverage(reading)),
        (_("Data"), wording.version(reading)),
        (_("Made on"), look.language.day(made_on)),
    ]


def named(reading: Reading, days: str) -> dict[str, str]:
    return {"period": wording.period(reading), "days": days}


def not_shown(reading: Reading) -> str:
    """How many events are withheld from the public, in words; empty for none."""
    return " · ".join(discretion.not_shown(reading))
