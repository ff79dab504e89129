"""The period filter: shortcuts, years and quarters, each with its events and its coverage."""

from datetime import date, timedelta
from typing import Any

from dashboard import look as looks
from dashboard import session, wording
from dashboard.charts.events_by_quarter import short
from dashboard.language import Language
from dashboard.look import Look
from dashboard.reading import Answers, Reading, kept
from dashboard.rows import as_rows
from dashboard.widgets.counts import Counts
from dashboard.years import year_label
from queries import asking
from queries.comparison import months_back
from queries.selection import Selection

# First day, last day, and what is said of them.
Span = tuple[date, date, dict[str, Any]]


def described(reading: Reading) -> dict[str, Any]:
    """What the period filter offers, and what is chosen."""
    look, chosen, counts = reading.look, reading.chosen, Counts.of(reading)
    _ = look.text
    return {
        "label": _("Period"),
        "value": wording.period(reading),
        "from": chosen.first_day.isoformat(),
        "to": chosen.last_day.isoformat(),
        "from_label": _("From"),
        "to_label": _("To"),
        "presets": presets(reading, counts),
        "presets_label": _("Shortcuts"),
        "years": years(reading, counts),
        "years_label": _("Fiscal years and quarters")
        if chosen.calendar == "fiscal"
        else _("Years and quarters"),
        "days_label": _("Other days"),
    }


def years(reading: Reading, counts: Counts) -> list[dict[str, Any]]:
    """Each year with its quarters, latest first."""
    laid_out = layout(
        reading.answers, wording.all_quarters(reading), reading.look.language, reading.day
    )
    return [
        {**counted(year, counts), "quarters": [counted(quarter, counts) for quarter in quarters]}
        for year, quarters in laid_out
    ]


def counted(span: Span, counts: Counts) -> dict[str, Any]:
    """A span as the browser offers it, with the events in it."""
    first, last, said = span
    return {
        **said,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "count": counts.between(first, last),
        "on": (first, last) == (counts.chosen.first_day, counts.chosen.last_day),
    }


@kept
def layout(
    answers: Answers, chosen: Selection, language: Language, day: date | None
) -> list[tuple[Span, list[Span]]]:
    """The years of the record behind `answers` with their quarters, latest first."""
    look, found = looks.look(language=language), answers("events_by_quarter", chosen.values(day))
    return [
        (
            (*wording.span_of(rows), {"label": year_label(str(name), look)}),
            [quarter(row, look) for row in as_rows(rows)],
        )
        for name, rows in reversed(list(found.groupby("year", sort=False)))
    ]


def quarter(row: Any, look: Look) -> Span:
    said = {
        "label": short(look.name(row)),
        "title": f"{look.name(row)} ({look.name(row, 'months')})",
        "coverage": row.coverage,
    }
    return asking.as_day(row.first_day), asking.as_day(row.last_day), said


def presets(reading: Reading, counts: Counts) -> list[dict[str, Any]]:
    """Shortcuts with the days they mean today, and the events there."""
    bare = everything(*reading.whole(), reading)
    found = shortcuts(reading.answers, bare, reading.look.language, reading.day, session.now())
    return [counted(span, counts) for span in found]


@kept
def shortcuts(
    answers: Answers, bare: Selection, language: Language, day: date | None, today: date
) -> list[Span]:
    """The shortcuts, whatever is filtered. bare: the whole record, without a filter."""
    reading = Reading(answers, bare, looks.look(language=language), day)
    return [
        (first, last, {"label": label, **days_in_words(first, last, reading)})
        for label, (first, last) in spans(reading, today).items()
    ]


def days_in_words(first: date, last: date, reading: Reading) -> dict[str, str]:
    look = reading.look
    return {
        "days": look.language.period(first, last),
        "unrecorded": "" if recorded(first, last, reading) else look.text("no recap"),
    }


def recorded(first: date, last: date, reading: Reading) -> bool:
    """Whether any quarter of a span has a recap."""
    found = reading.ask("events_by_quarter", everything(first, last, reading))
    return "complete" in set(found["coverage"]) or "partial" in set(found["coverage"])


def everything(first: date, last: date, reading: Reading) -> Selection:
    """A span without filters, for the same eyes."""
    return Selection(first, last, audience=reading.chosen.audience)


def spans(reading: Reading, today: date) -> dict[str, tuple[date, date]]:
    """Each shortcut's first and last day."""
    _ = reading.look.text
    quarter_start = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    fiscal_start = year_start(today, int(reading.record().fiscal_year_start))
    found = {
        _("Whole record"): reading.whole(),
        _("Last complete quarter"): (months_back(quarter_start, 3), before(quarter_start)),
        _("Last fully recorded quarter"): fully_recorded(reading),
        _("This fiscal year to date"): (fiscal_start, today),
        _("Last fiscal year"): (months_back(fiscal_start, 12), before(fiscal_start)),
        _("This year to date"): (date(today.year, 1, 1), today),
        _("Last year"): (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    }
    return {label: days for label, days in found.items() if days}


def fully_recorded(reading: Reading) -> tuple[date, date] | None:
    """The latest quarter whose record is complete."""
    found = wording.quarters(reading.of(everything(*reading.whole(), reading)))
    complete = found[found["coverage"] == "complete"]
    if complete.empty:
        return None
    last = complete.iloc[-1]
    return asking.as_day(last["first_day"]), asking.as_day(last["last_day"])


def year_start(today: date, month: int) -> date:
    """The first day of the year, beginning in a month, that holds today."""
    return date(today.year if today.month >= month else today.year - 1, month, 1)


def before(day: date) -> date:
    return day - timedelta(days=1)
