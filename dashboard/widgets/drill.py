"""The rows behind a number, opened in place: as many rows as the number says."""

from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard import session
from dashboard.charts import events_by_country, events_by_partner
from dashboard.look import Look
from dashboard.widgets import listing, marks
from dashboard.widgets.explanation import explanation
from dashboard.widgets.holdings import listed
from dashboard.years import year_label
from queries import measures
from queries.selection import MARKS

Block = dict[str, Any]


def opened() -> Block | None:
    """What is open beside the page, or None."""
    written, look = session.mark(), session.look()
    mark = marks.read(written)
    if not mark:
        return None
    if "explain" in mark:
        return explained(mark["explain"], written, look)
    return {
        "opening": session.openings(),
        "mark": written,
        "title": title(mark, look),
        "close": look.text("Close"),
        "block": rows(mark, look),
        "filter": look.text("Filter by this") if marks.narrowed(mark, session.selected()) else "",
    }


def explained(name: str, written: str, look: Look) -> Block | None:
    block = explanation(name, look)
    if block is None:
        return None
    heading = look.text("How this is counted")
    return {
        "opening": session.openings(),
        "mark": written,
        "title": heading,
        "close": look.text("Close"),
        "block": block,
    }


def rows(mark: dict[str, str], look: Look) -> Block:
    """The rows that a mark stands for, as a block of the sheet."""
    measure = mark.get("measure", "events")
    if measure == "activities":
        return listing.activities()
    if measure in ("partners", "new_partners"):
        return partners(look, only_new=measure == "new_partners")
    if measure == "countries":
        return countries(look)
    if measure == "unconfirmed":
        return unconfirmed()
    return listing.events({name: value for name, value in mark.items() if name in MARKS})


def partners(look: Look, only_new: bool) -> Block:
    answer = events_by_partner.partners(session.ask("events_by_partner"))
    shown = answer[answer["new"].astype(bool)] if only_new else answer
    sentence = look.plural("{n} partner", "{n} partners", len(shown))
    return listed(sentence, events_by_partner.table(shown, look))


def countries(look: Look) -> Block:
    answer = session.ask("events_by_country")
    sentence = look.plural("{n} country", "{n} countries", len(answer))
    return listed(sentence, events_by_country.table(answer, look))


def unconfirmed() -> Block:
    """The events left out while unconfirmed ones do not count."""
    wider = replace(session.selected(), unconfirmed=True)
    answer, left_out = session.ask("events", wider), session.ask("unconfirmed")
    rows = answer[answer["event_id"].isin(left_out["event_id"])]
    return listing.block("drill", rows, no_activities())


def no_activities() -> pd.DataFrame:
    return session.ask("activities").head(0)


def title(mark: dict[str, str], look: Look) -> str:
    """What the mark stands for: "Governance · Q4 2024"."""
    return " · ".join(name_of(dimension, value, look) for dimension, value in mark.items())


def name_of(dimension: str, value: str, look: Look) -> str:
    if dimension == "measure":
        return measure_name(value, look)
    if value == "none":
        return look.text("No theme") if dimension == "theme" else look.text("No partner")
    if dimension in ("quarter", "country", "combination"):
        return labelled(f"events_by_{dimension}", dimension, value, look)
    if dimension == "year":
        return year_label(value, look)
    return listing.named(look).get((dimension, value), value)


def measure_name(value: str, look: Look) -> str:
    declared = measures.load().get(value)
    return look.text(declared.label) if declared else look.text("Unconfirmed events left out")


def labelled(question: str, column: str, value: str, look: Look) -> str:
    answer = session.ask(question)
    found = look.labels(answer[answer[column] == value])
    return str(found.iloc[0]) if len(found) else value
