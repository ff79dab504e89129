"""One number explained: what is counted, under which rules, and what is not known of it."""

from typing import Any

from dashboard import discretion, wording
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import first_row
from queries.measures import Measure


def lines(measure: Measure, reading: Reading) -> list[tuple[str, str]]:
    """Each thing a reader must know of a number, with its name."""
    look = reading.look
    _, answer = look.text, first_row(reading.columns("headline"))
    return [
        (_("What is counted"), look.text(measure.help)),
        (_("Unit"), look.plural(measure.one, measure.many, 2)),
        (_("Period"), period(reading)),
        (_("Filters"), wording.filters(reading) or _("none")),
        (_("Left out"), left_out(answer, reading)),
        *((_("Discretion"), phrase) for phrase in discretion.included(reading)),
        *([(_("Dates"), dates(answer, look))] if answer.events else []),
        *([(_("Places"), places(answer, look))] if answer.events else []),
        (_("Coverage"), wording.coverage(reading)),
        (_("Data"), wording.version(reading)),
    ]


def period(reading: Reading) -> str:
    chosen, look = reading.chosen, reading.look
    days = look.language.days(chosen.first_day, chosen.last_day)
    called = wording.period(reading)
    return look.text("{period}, by the day an event starts ({days})", period=called, days=days)


def left_out(answer: Any, reading: Reading) -> str:
    """answer: the row of headline."""
    look = reading.look
    unconfirmed = look.plural(
        "{n} unconfirmed event, whose presence nothing confirms",
        "{n} unconfirmed events, whose presence nothing confirms",
        int(answer.unconfirmed_left_out),
        "measure=unconfirmed",
    )
    drafts = look.text("drafts, which never count")
    parts = [] if reading.chosen.unconfirmed else [unconfirmed]
    return "; ".join([*parts, *discretion.not_shown(reading), drafts])


def dates(answer: Any, look: Look) -> str:
    return look.plural(
        "{n} of {total} events is dated approximately",
        "{n} of {total} events are dated approximately",
        int(answer.approximate),
        "dated=approximate",
        total=look.figure(int(answer.events), "measure=events"),
    )


def places(answer: Any, look: Look) -> str:
    return look.plural(
        "{n} of {total} events has no recorded place",
        "{n} of {total} events have no recorded place",
        int(answer.without_place),
        "region=not_recorded",
        total=look.figure(int(answer.events), "measure=events"),
    )
