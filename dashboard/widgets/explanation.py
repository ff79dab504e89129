"""One number explained: what is counted, under which rules, what is not known, and the SQL."""

from typing import Any

from dashboard import session
from dashboard.look import Look
from dashboard.widgets import filters, periods
from queries import measures, questions


def explanation(name: str, look: Look) -> dict[str, Any] | None:
    """The explanation of a measure or of a question's chart, or None if there is no such thing."""
    measure = measures.load().get(name)
    if measure is None and name not in questions.names():
        return None
    question = "headline" if measure else name
    counted = measures.load()["events"] if measure is None else measure
    return {
        "kind": "explanation",
        "lines": [list(pair) for pair in lines(counted, look)],
        "sql_label": look.text("The question as SQL, ready to run in DuckDB"),
        "sql": questions.literal(question, session.selected().values()),
        "copy": look.text("Copy"),
        "copied": look.text("Copied"),
        "file": look.text("Run it on {file}", file=session.engine_url()),
    }


def lines(measure: measures.Measure, look: Look) -> list[tuple[str, str]]:
    """Each thing a reader must know of a number, with its name."""
    _, chosen = look.text, session.selected()
    answer = next(session.ask("headline").itertuples())
    return [
        (_("What is counted"), look.text(measure.help)),
        (_("Unit"), look.plural(measure.one, measure.many, 2)),
        (_("Period"), period(look)),
        (_("Filters"), filters.in_words(look, chosen) or _("none")),
        (_("Left out"), left_out(answer, look)),
        (_("Dates"), dates(answer, look)),
        (_("Places"), places(answer, look)),
        (_("Coverage"), coverage(look)),
        (_("Data"), data(look)),
    ]


def period(look: Look) -> str:
    chosen = session.selected()
    days = look.language.days(chosen.first_day, chosen.last_day)
    called = periods.called(look, chosen)
    return look.text("{period}, by the day an event starts ({days})", period=called, days=days)


def left_out(answer: Any, look: Look) -> str:
    unconfirmed = look.plural(
        "{n} unconfirmed event, whose presence nothing confirms",
        "{n} unconfirmed events, whose presence nothing confirms",
        int(answer.unconfirmed_left_out),
    )
    drafts = look.text("drafts, which never count")
    counted = session.selected().unconfirmed
    return drafts if counted else look.language.list([unconfirmed, drafts])


def dates(answer: Any, look: Look) -> str:
    return look.plural(
        "{n} of {total} events is dated approximately",
        "{n} of {total} events are dated approximately",
        int(answer.approximate),
        total=look.number(int(answer.events)),
    )


def places(answer: Any, look: Look) -> str:
    return look.plural(
        "{n} of {total} events has no recorded place",
        "{n} of {total} events have no recorded place",
        int(answer.without_place),
        total=look.number(int(answer.events)),
    )


def coverage(look: Look) -> str:
    """How many quarters of the period are recorded, and how far."""
    kinds = session.ask("events_by_quarter")["coverage"].value_counts()
    count = {kind: int(kinds.get(kind, 0)) for kind in ("complete", "partial", "none")}
    return look.language.list(
        [
            look.plural("{n} quarter complete", "{n} quarters complete", count["complete"]),
            look.plural("{n} partial", "{n} partial", count["partial"]),
            look.plural("{n} without a recap", "{n} without a recap", count["none"]),
        ]
    )


def data(look: Look) -> str:
    record, day = session.record(), session.read_on()
    return look.text(
        "version {version}, sources read on {day}",
        version=record.version,
        day=look.language.day(day) if day else look.text("no day: it has no source"),
    )
