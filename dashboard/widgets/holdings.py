"""What the record holds and lacks, whatever is selected."""

from typing import Any

import pandas as pd

from dashboard import session
from dashboard.charts.opening import Opens
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import Answer, as_rows
from dashboard.tabled import columns

List = dict[str, Any]
MOST = 1000  # rows of a table that has as many as the record


def listed(
    sentence: str,
    shown: Answer,
    span: int = 12,
    note: str = "",
    opens: Opens | None = None,
) -> List:
    """A block of a sheet: a sentence over a table, and what the table's numbers open."""
    return {
        "kind": "list",
        "sentence": sentence,
        "note": note,
        "span": span,
        "table": columns(shown, opens),
    }


def age(reading: Reading) -> str:
    """How old the record is, and which build is shown."""
    look, record, read = reading.look, reading.record(), reading.read_on()
    if read is None:
        return look.text("The record has no source yet · version {version}", version=record.version)
    days, day = (session.now() - read).days, look.language.day(read)
    if days < 1:
        return look.text(
            "Sources read today, {day} · version {version}", day=day, version=record.version
        )
    return look.plural(
        "Sources read on {day}, {n} day ago · version {version}",
        "Sources read on {day}, {n} days ago · version {version}",
        days,
        day=day,
        version=record.version,
    )


def coverage(reading: Reading) -> List:
    """How complete the record of each quarter is."""
    look, answer = reading.look, reading.ask("coverage").iloc[::-1]
    _ = look.text
    kinds = {"complete": _("complete"), "partial": _("partial"), "none": _("no recap")}
    shown = pd.DataFrame(
        {
            _("Quarter"): look.labels(answer),
            _("Months"): look.labels(answer, "months"),
            _("Record"): [kinds[kind] for kind in answer["coverage"]],
            _("Confirmed events"): answer["confirmed"],
            _("Unconfirmed"): answer["unconfirmed"],
            _("Drafts"): answer["draft"],
            _("Note"): look.labels(answer, "note").fillna(""),
        }
    )
    held = [f"rows=held;level=event;quarter={quarter}" for quarter in answer["quarter"]]
    opens = {
        _("Confirmed events"): [f"{mark};status=confirmed" for mark in held],
        _("Unconfirmed"): [f"{mark};status=unconfirmed" for mark in held],
        _("Drafts"): [f"{mark};status=draft" for mark in held],
    }
    return listed(in_full(answer, look), shown, opens=opens)


def in_full(answer: pd.DataFrame, look: Look) -> str:
    """How many quarters of the record are recorded in full. answer: coverage."""
    full = int((answer["coverage"] == "complete").sum())
    return look.plural(
        "{full} of {n} quarter is recorded in full",
        "{full} of {n} quarters are recorded in full",
        len(answer),
        "rows=quarters;of=record",
        full=look.figure(full, "rows=quarters;coverage=complete;of=record"),
    )


def withheld(reading: Reading) -> List:
    """Unconfirmed rows, counted only when the reader asks; drafts, never counted."""
    look, answer = reading.look, reading.ask("withheld", None, most=MOST)
    held = reading.ask("held_by_status").set_index("status").sum(axis=1)
    _, drafts, unsure = look.text, int(held.get("draft", 0)), int(held.get("unconfirmed", 0))
    unconfirmed = look.plural(
        "{n} row is unconfirmed",
        "{n} rows are unconfirmed",
        unsure,
        "rows=held;status=unconfirmed",
    )
    draft = look.plural("{n} is a draft", "{n} are drafts", drafts, "rows=held;status=draft")
    kinds = {"unconfirmed": _("unconfirmed"), "draft": _("draft")}
    return listed(
        _("{unconfirmed}, {drafts}", unconfirmed=unconfirmed, drafts=draft),
        rows(answer, look, {_("Status"): [kinds[status] for status in answer["status"]]}),
        note=" ".join(
            [
                _("Unconfirmed rows count only while the filter says so; drafts never count."),
                *cut(unsure + drafts, look),
            ]
        ),
    )


def composition(reading: Reading) -> List:
    """What all rows of the record are, so that every other total finds its place."""
    look, answer = reading.look, reading.ask("held_by_status")
    _ = look.text
    names = {
        "confirmed": _("confirmed"),
        "unconfirmed": _("unconfirmed"),
        "draft": _("draft"),
    }
    shown = pd.DataFrame(
        {
            _("Status"): [names[status] for status in answer["status"]],
            _("Events"): answer["events"],
            _("Activities"): answer["activities"],
        }
    )
    marks = [f"rows=held;status={status}" for status in answer["status"]]
    opens = {
        _("Events"): [f"{mark};level=event" for mark in marks],
        _("Activities"): [f"{mark};level=activity" for mark in marks],
    }
    sentence = _(
        "{rows} rows = {events} events + {activities} activities, of every status",
        rows=look.figure(int(answer[["events", "activities"]].to_numpy().sum()), "rows=held"),
        events=look.figure(int(answer["events"].sum()), "rows=held;level=event"),
        activities=look.figure(int(answer["activities"].sum()), "rows=held;level=activity"),
    )
    note = _("Only confirmed rows count at once; the figures of other pages leave the rest out.")
    return listed(sentence, shown, note=note, span=6, opens=opens)


def without_place(reading: Reading) -> List:
    look, answer = reading.look, reading.ask("without_place", None, most=MOST)
    marks = {"mark_status": "told", "mark_level": "event", "mark_region": "not_recorded"}
    n = int(reading.ask("held_count", None, **marks)["held"].iloc[0])
    sentence = look.plural(
        "{n} event has no recorded place",
        "{n} events have no recorded place",
        n,
        "rows=held;level=event;region=not_recorded;status=told",
    )
    return listed(sentence, rows(answer, look, {}), note=" ".join(cut(n, look)))


def cut(total: int, look: Look) -> list[str]:
    """What is said of a table that has room for fewer rows than there are."""
    if total <= MOST:
        return []
    return [
        look.text(
            "The first {shown} of {total} are listed.",
            shown=look.number(MOST),
            total=look.number(total),
        )
    ]


def rows(answer: pd.DataFrame, look: Look, more: dict[str, list[str]]) -> pd.DataFrame:
    """Events and activities, with their dates at their precision and the record's notes."""
    _ = look.text
    return pd.DataFrame(
        {
            _("Date"): [when(row, look) for row in as_rows(answer)],
            _("Title"): look.labels(answer, "title"),
            **more,
            _("Notes of the record"): answer["notes"].fillna(""),
        }
    )


def when(row: Any, look: Look) -> str:
    first, last = pd.Timestamp(row.start_date).date(), pd.Timestamp(row.end_date).date()
    return look.language.when(first, last, row.date_precision)


def sources(reading: Reading) -> List:
    """Where the record comes from."""
    look, answer = reading.look, reading.ask("sources")
    _ = look.text
    shown = pd.DataFrame(
        {
            _("Source"): answer["title"],
            _("Publisher"): answer["publisher"],
            _("Period"): look.labels(answer, "period").fillna(""),
            _("Read on"): [
                look.language.day(pd.Timestamp(day).date()) for day in answer["retrieved"]
            ],
            _("Licence"): look.labels(answer, "licence"),
            _("How complete"): look.labels(answer, "completeness").fillna(""),
            _("Address"): answer["url"].str.replace(";", " "),
            _("Events"): answer["events"],
            _("Activities"): answer["activities"],
        }
    )
    held = [f"rows=held;source={source}" for source in answer["source"]]
    opens = {
        _("Events"): [f"{mark};level=event" for mark in held],
        _("Activities"): [f"{mark};level=activity" for mark in held],
    }
    return listed(look.plural("{n} source", "{n} sources", len(answer)), shown, opens=opens)
