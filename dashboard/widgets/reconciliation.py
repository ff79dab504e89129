"""Whether the parts add up to the whole: each line with its figures and a seal."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard import session
from dashboard.look import Look
from dashboard.reading import Answers, Reading, kept
from dashboard.rows import as_rows
from dashboard.widgets.holdings import List, listed
from dashboard.widgets.marks import whole_record
from queries.selection import Selection


@kept
def broken(answers: Answers, whole: Selection, day: date) -> bool:
    """Whether a line of the whole record, or the count of the rows read, does not hold."""
    lines, files = (answers(name, whole.values(day)) for name in ("reconciliation", "files"))
    read = files["rows_kept"] + files["rows_refused"]
    return not (lines["holds"].all() and (files["rows_read"] == read).all())


def warning(look: Look) -> list[str]:
    """What every page says when a line is broken; nothing otherwise."""
    reading = session.reading()
    if not broken(reading.answers, whole_record(reading), session.now()):
        return []
    return [
        look.text("Do not rely on these figures: the record does not add up. See the page Record.")
    ]


def reconciliation(reading: Reading, title: str, context: str = "") -> List:
    """The lines of one selection, as a block of a sheet. context: whose, as a mark says it."""
    look, answer = reading.look, reading.ask("reconciliation")
    rows = [
        [named(row.cut, look), line(row, context, look), seal(bool(row.holds), look)]
        for row in as_rows(answer)
    ]
    head = [look.text("What is compared"), look.text("Figures"), look.text("Seal")]
    held = int(answer["holds"].sum())
    sentence = look.text(
        "{title}: {held} of {all} lines add up", title=title, held=held, all=len(answer)
    )
    return listed(sentence, pd.DataFrame(rows, columns=head), span=6)


def line(row: Any, context: str, look: Look) -> str:
    """The figures of one line: "24 = 23 + 1"."""
    whole = f"measure=events{context}"
    total, counted = look.figure(int(row.total), whole), int(row.counted)
    if row.cut not in ("theme", "partner"):
        return f"{total} = {look.figure(counted, whole)}"
    carried = look.figure(counted, f"{row.cut}=any{context}")
    return f"{total} = {carried} + {look.figure(int(row.without), f'{row.cut}=none{context}')}"


def named(cut: str, look: Look) -> str:
    _ = look.text
    return {
        "quarter": _("Events = the sum by quarter"),
        "region": _("Events = the sum by region"),
        "format": _("Events = the sum by format"),
        "theme": _("Events = those with a theme + those without"),
        "partner": _("Events = those with a partner + those without"),
    }[cut]


def seal(holds: bool, look: Look) -> str:
    return look.text("✓ adds up") if holds else look.text("✗ does not add up")
