"""The rows behind a number, opened in place: as many rows as the number says."""

from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard import session, wording
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import first_row
from dashboard.widgets import behind, evidence, listing, marks
from dashboard.widgets.explanation import explanation
from dashboard.widgets.holdings import listed
from dashboard.widgets.marks import Mark
from dashboard.years import year_label
from queries import measures

Block = dict[str, Any]


def opened(shared: Reading | None = None) -> Block | None:
    """What is open beside the page, or None. shared: the reading of a screen that filters nothing,
    by default the reader's.
    """
    mark = marks.read(session.mark())
    if not mark:
        return None
    reading = marks.within(mark, shared or session.reading())
    if "explain" in mark:
        return explained(mark["explain"], reading)
    narrowed = None if shared else marks.narrowed(mark, session.selected())
    filters = narrowed is not None and narrowed != session.selected()
    return {
        **dialog(title(mark, reading), rows(mark, reading), reading.look),
        "scope": wording.scope(reading),
        "note": earlier(mark, reading) if mark.get("of") == "before" else "",
        "filter": reading.look.text("Filter by this") if filters else "",
    }


def earlier(mark: Mark, reading: Reading) -> str:
    """What a change is made of: these rows, and those of the reader's own period."""
    name, look = mark.get("measure", ""), reading.look
    if name not in measures.load():
        return ""
    now, then = (
        int(getattr(first_row(side.ask("headline")), name)) for side in (session.reading(), reading)
    )
    return look.text(
        "{now} now − {then} before = {difference}. These are the rows of before; the first figure"
        " opens those of now.",
        now=look.figure(now, f"measure={name}"),
        then=look.number(then),
        difference=look.language.signed(now - then),
    )


def dialog(heading: str, block: Block, look: Look) -> Block:
    return {
        "opening": session.openings(),
        "mark": session.mark(),
        "title": heading,
        "close": look.text("Close"),
        "block": block,
        "back": look.text("Back") if session.deeper() else "",
    }


def closed(look: Look) -> Block:
    """What is said where the rows can no longer be asked for."""
    sentence = look.text(
        "The rows of this snapshot were frozen by another version of the program and cannot be"
        " opened; its figures are as they were."
    )
    return dialog(look.text("Rows"), listed(sentence, pd.DataFrame()), look)


def explained(name: str, reading: Reading) -> Block | None:
    block = explanation(name, reading)
    if block is None:
        return None
    return dialog(reading.look.text("How this is counted"), block, reading.look)


def rows(mark: Mark, reading: Reading) -> Block:
    """The rows that a mark stands for, as a block of the sheet."""
    kind = mark.get("measure", mark.get("rows", "events"))
    if kind in behind.LISTS:
        return behind.LISTS[kind](mark, reading)
    most = listing.wanted(mark.get("most", ""))
    if kind == "activities":
        return listing.activities(reading, most)
    if kind == "unconfirmed":
        return unconfirmed(reading, most)
    if kind == "held":
        return listing.held(mark, reading, most)
    return listing.events(reading, most, marks.of_marked(mark))


def unconfirmed(reading: Reading, most: int) -> Block:
    """The events left out while unconfirmed ones do not count; a confirmed one says why it is."""
    wider = reading.of(replace(reading.chosen, unconfirmed=True))
    found = wider.ask("events", None, most=most, mark_status="unconfirmed")
    parts = reading.ask("activities", None, most=0)
    total = int(first_row(reading.ask("headline")).unconfirmed_left_out)
    block = listing.block(found, parts, reading, total, most)
    why = reading.look.text("carries what is selected by unconfirmed activities alone")
    rows = [{**row, "status": row["status"] or why} for row in block["rows"]]
    return {**block, "rows": rows}


def title(mark: Mark, reading: Reading) -> str:
    """What the mark stands for: "Governance · Q4 2024"."""
    parts = [name_of(name, value, reading) for name, value in mark.items()]
    if mark.get("of") == "snapshot":
        parts.append(str(reading.record().version))
    elif "of" in mark or "during" in mark:
        parts.append(wording.period(reading))
    return " · ".join(dict.fromkeys(part for part in parts if part)) or reading.look.text("Rows")


def name_of(dimension: str, value: str, reading: Reading) -> str:
    look = reading.look
    if value in marks.NO_ID:
        return not_an_id(dimension, value, look)
    if dimension in ("quarter", "country", "combination"):
        return labelled(dimension, value, reading)
    said = {
        "measure": lambda: measure_name(value, look),
        "year": lambda: year_label(value, look),
        "dated": lambda: look.text("Dated approximately"),
        "source": lambda: value,
        "file": lambda: value,
        "status": lambda: evidence.status(value, look),
        "rows": lambda: things(value, look),
        "coverage": lambda: kind_of(dimension, value, look),
        "standing": lambda: kind_of(dimension, value, look),
        "beyond": lambda: look.text("Not drawn"),
    }
    return said[dimension]() if dimension in said else known(dimension, value, reading)


def things(rows: str, look: Look) -> str:
    """What the rows are, where they are no events."""
    _ = look.text
    return {
        "quarters": _("Quarters"),
        "partners": _("Partners"),
        "standings": _("Partners"),
        "years": _("Partners"),
        "countries": _("Countries"),
        "combinations": _("Combinations of themes"),
        "theme_pairs": _("Events and their themes"),
        "partner_pairs": _("Events and their partners"),
    }.get(rows, "")


def kind_of(dimension: str, value: str, look: Look) -> str:
    """Which quarters, which partners."""
    _ = look.text
    return {
        "coverage=complete": _("recorded in full"),
        "coverage=partial": _("recorded in part"),
        "coverage=hatched": _("recorded in part"),
        "standing=new": _("new"),
        "standing=returning": _("returning"),
        "standing=lapsed": _("lapsed"),
    }.get(f"{dimension}={value}", "")


def known(dimension: str, value: str, reading: Reading) -> str:
    return wording.vocabulary(reading).get((dimension, value), "")


def not_an_id(dimension: str, value: str, look: Look) -> str:
    """What an event lacks, or carries of any kind."""
    _ = look.text
    return {
        "theme=none": _("No theme"),
        "theme=any": _("With a theme"),
        "theme=several": _("Two themes or more"),
        "partner=none": _("No partner"),
        "partner=any": _("With a partner"),
        "country=none": _("Without a country"),
        "coverage=none": _("without a recap"),
        "years=several": _("in several years"),
    }.get(f"{dimension}={value}", "")


def measure_name(value: str, look: Look) -> str:
    declared = measures.load().get(value)
    return look.text(declared.label) if declared else look.text("Unconfirmed events left out")


def labelled(dimension: str, value: str, reading: Reading) -> str:
    """What an answer calls an id; of the selection, or else of the whole record."""
    question = f"events_by_{dimension}"
    whole = replace(wording.all_quarters(reading), unconfirmed=True)
    for chosen in (reading.chosen, whole):
        answer = reading.ask(question, chosen)
        found = reading.look.labels(answer[answer[dimension] == value])
        if len(found):
            return str(found.iloc[0])
    return value
