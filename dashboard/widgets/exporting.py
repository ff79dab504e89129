"""Files that the reader asks for: an answer, or the events behind it, with what they are."""

import base64
from dataclasses import replace
from typing import Any

from dashboard import discretion, session, versus, wording
from dashboard.exports.about import About
from dashboard.exports.tables import WRITERS
from dashboard.look import Look, unmarked
from dashboard.reading import Reading
from dashboard.widgets import paired
from queries import measures, questions


def made() -> dict[str, str] | None:
    """The file asked for in this run, for the browser to save; None when none is."""
    wanted = session.taken("file")
    if wanted is None or wanted["ending"] not in WRITERS:
        return None
    if wanted["question"] not in (*questions.names(), *paired.FRAMES):
        return None
    return packed(wanted["question"], wanted["title"], wanted["ending"], session.look())


def packed(question: str, title: str, ending: str, look: Look) -> dict[str, str]:
    """Name, type and content (as base64) of a file with the answer to a question."""
    write, kind = WRITERS[ending]
    if question in paired.FRAMES:
        content = write(paired.file(question), of_both(title, look), look)
    else:
        content = write(session.ask(question), about(title, look), look)
    return {
        "name": f"{name(question, session.reading())}.{ending}",
        "type": kind,
        "content": base64.b64encode(content).decode(),
    }


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
