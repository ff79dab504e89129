"""Files that the reader asks for: an answer, or the events behind it, with what they are."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import IO, Any

from dashboard import discretion, jobs, session, versus, wording
from dashboard.exports.about import About
from dashboard.exports.making import Stoppable
from dashboard.exports.tables import WRITERS, TooLong, made
from dashboard.jobs import Refused
from dashboard.look import Look, unmarked
from dashboard.reading import Reading
from dashboard.widgets import paired
from queries import measures, questions
from queries.asking import Listed

Ask = Callable[[], Listed]


def begun() -> dict[str, str] | None:
    """The file asked for in this run, under way; None when none is."""
    wanted = session.taken("file")
    if wanted is None or wanted["ending"] not in WRITERS:
        return None
    question, title, ending = wanted["question"], wanted["title"], wanted["ending"]
    reading = session.reading()
    look = reading.look
    if question in paired.FRAMES:
        ask: Ask = partial(Listed.of, paired.file(question))
        said = of_both(title, look)
    elif question in questions.names():
        ask, said = partial(reading.listed, session.engine(), question), about(title, look)
    else:
        return None
    make = partial(packed, ask, said, ending, look)
    failed = look.text("The file could not be made; the log says why.")
    return jobs.start(make, f"{name(question, reading)}.{ending}", WRITERS[ending][1], failed)


def packed(ask: Ask, about: About, ending: str, look: Look, tell: Stoppable) -> IO[bytes]:
    """A file with an answer. Raises Refused."""
    tell(look.text("Reading the record…"))
    try:
        return made(ending, ask(), about, look, tell)
    except TooLong as problem:
        raise Refused(str(problem)) from problem


def name(question: str, reading: Reading) -> str:
    """Question, period and data version: ceimia-events_by_theme-2024-10-01-2024-12-31-1a2b3c."""
    chosen, record = reading.chosen, reading.record()
    short = "".join(c for c in str(record.short_name).lower() if c.isalnum()) or "outreach"
    days = f"{chosen.first_day}-{chosen.last_day}"
    if question in paired.FRAMES:
        other = versus.other()
        days += f"-vs-{other.first_day}-{other.last_day}"
    return f"{short}-{question}-{days}-{record.version}"


def about(title: str, look: Look) -> About:
    """What a file of the reader's selection says of itself."""
    reading, counted = session.reading(), measures.load()["events"]
    return About(
        title=title,
        selection=wording.scope(reading),
        unit=look.plural(counted.one, counted.many, 2),
        rule=look.text(counted.help),
        coverage=unmarked(wording.coverage(reading)),
        version=wording.version(reading),
        link=session.address(),
        discretion=" · ".join(discretion.told(reading)),
    )


def of_both(title: str, look: Look) -> About:
    """What a file of two selections says of itself."""
    found = about(title, look)
    return replace(found, selection=paired.in_words(look), coverage=paired.coverage(look))


def offered(look: Look) -> dict[str, Any]:
    """What the menu of a card offers."""
    _ = look.text
    return {
        "label": _("Take away"),
        "picture": _("Picture"),
        "figures": _("Figures"),
        "rows": _("Events behind them"),
        "endings": list(WRITERS),
    }
