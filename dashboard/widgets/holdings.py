"""What the record holds, lacks and refused, whatever is selected."""

from typing import Any

import pandas as pd

from dashboard import session
from dashboard.look import Look
from dashboard.widgets.card import columns

List = dict[str, Any]
MOST = 300  # findings listed on the page


def listed(sentence: str, shown: pd.DataFrame, span: int = 12, note: str = "") -> List:
    """A block of a sheet: a sentence over a table."""
    return {
        "kind": "list",
        "sentence": sentence,
        "note": note,
        "span": span,
        "table": columns(shown),
    }


def age(look: Look) -> str:
    """How old the record is, and which build is shown."""
    record, read = session.record(), session.read_on()
    if read is None:
        return look.text("The record has no source yet · version {version}", version=record.version)
    days = (session.now() - read).days
    if days < 1:
        return look.text(
            "Sources read today, {day} · version {version}",
            day=look.language.day(read),
            version=record.version,
        )
    return look.plural(
        "Sources read on {day}, {n} day ago · version {version}",
        "Sources read on {day}, {n} days ago · version {version}",
        days,
        day=look.language.day(read),
        version=record.version,
    )


def coverage(look: Look) -> List:
    """How complete the record of each quarter is."""
    _, answer = look.text, session.ask("coverage")
    kinds = {"complete": _("complete"), "partial": _("partial"), "none": _("no recap")}
    full = int((answer["coverage"] == "complete").sum())
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
    sentence = look.plural(
        "{full} of {n} quarter is recorded in full",
        "{full} of {n} quarters are recorded in full",
        len(answer),
        full=full,
    )
    return listed(sentence, shown.iloc[::-1])


def withheld(look: Look) -> List:
    """Unconfirmed rows, counted only when the reader asks; drafts, never counted."""
    _, answer = look.text, session.ask("withheld")
    drafts = int((answer["status"] == "draft").sum())
    unconfirmed = look.plural(
        "{n} row is unconfirmed", "{n} rows are unconfirmed", len(answer) - drafts
    )
    draft = look.plural("{n} is a draft", "{n} are drafts", drafts)
    kinds = {"unconfirmed": _("unconfirmed"), "draft": _("draft")}
    return listed(
        _("{unconfirmed}, {drafts}", unconfirmed=unconfirmed, drafts=draft),
        rows(answer, look, {_("Status"): [kinds[status] for status in answer["status"]]}),
        note=_("Unconfirmed rows count only while the filter says so; drafts never count."),
    )


def without_place(look: Look) -> List:
    answer = session.ask("without_place")
    sentence = look.plural(
        "{n} event has no recorded place", "{n} events have no recorded place", len(answer)
    )
    return listed(sentence, rows(answer, look, {}))


def rows(answer: pd.DataFrame, look: Look, more: dict[str, list[str]]) -> pd.DataFrame:
    """Events and activities, with their dates at their precision and the record's notes."""
    _ = look.text
    return pd.DataFrame(
        {
            _("Date"): [when(row, look) for row in answer.itertuples()],
            _("Title"): look.labels(answer, "title"),
            **more,
            _("Notes of the record"): answer["notes"].fillna(""),
        }
    )


def when(row: Any, look: Look) -> str:
    first, last = pd.Timestamp(row.start_date).date(), pd.Timestamp(row.end_date).date()
    return look.language.when(first, last, row.date_precision)


def findings(look: Look) -> List:
    """What the build refused, and what it warned of."""
    _, answer = look.text, session.ask("findings")
    refused = int(session.ask("files")["rows_refused"].sum())
    warned = int((answer["severity"] == "warning").sum())
    kinds = {"refused": _("refused"), "warning": _("warning")}
    hidden, answer = max(0, len(answer) - MOST), answer.head(MOST)
    shown = pd.DataFrame(
        {
            "": [kinds[kind] for kind in answer["severity"]],
            _("File"): answer["file"],
            _("Line"): answer["line"],
            _("Column"): answer["column_name"].fillna(""),
            _("Value"): answer["value"].fillna(""),
            _("Why"): look.labels(answer, "text"),
        }
    )
    return listed(
        _(
            "{refused}, {warnings}",
            refused=look.plural("{n} row was refused", "{n} rows were refused", refused),
            warnings=look.plural("{n} warning", "{n} warnings", warned),
        ),
        shown,
        note=look.plural(
            "{n} more in the build's own lines", "{n} more in the build's own lines", hidden
        )
        if hidden
        else "",
    )


def files(look: Look) -> List:
    """Rows read = rows kept + rows refused, file by file."""
    _, answer = look.text, session.ask("files")
    read, kept, refused = (
        int(answer[name].sum()) for name in ("rows_read", "rows_kept", "rows_refused")
    )
    shown = pd.DataFrame(
        {
            _("File"): answer["file"],
            _("Rows read"): answer["rows_read"],
            _("Rows kept"): answer["rows_kept"],
            _("Rows refused"): answer["rows_refused"],
        }
    )
    numbers = {
        "read": look.number(read),
        "kept": look.number(kept),
        "refused": look.number(refused),
    }
    return listed(_("{read} rows read = {kept} kept + {refused} refused", **numbers), shown, span=6)


def sources(look: Look) -> List:
    """Where the record comes from."""
    _, answer = look.text, session.ask("sources")
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
    return listed(look.plural("{n} source", "{n} sources", len(answer)), shown)
