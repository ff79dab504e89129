"""The period filter: shortcuts, years and quarters, each with its events and its coverage."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from dashboard import look as looks
from dashboard import session, wording
from dashboard.charts.events_by_quarter import short
from dashboard.language import Language
from dashboard.look import Look
from dashboard.reading import Answers
from dashboard.widgets.counts import Counts
from dashboard.years import year_label
from queries import asking
from queries.comparison import months_back
from queries.selection import Selection

# First day, last day, and what is said of them.
Span = tuple[date, date, dict[str, Any]]


def described(look: Look) -> dict[str, Any]:
    """What the period filter offers, and what is chosen."""
    _, chosen = look.text, session.selected()
    counts = Counts.of(chosen)
    return {
        "label": _("Period"),
        "value": wording.period(session.reading()),
        "from": chosen.first_day.isoformat(),
        "to": chosen.last_day.isoformat(),
        "from_label": _("From"),
        "to_label": _("To"),
        "presets": presets(look, counts),
        "presets_label": _("Shortcuts"),
        "years": years(look, counts),
        "years_label": _("Fiscal years and quarters")
        if chosen.calendar == "fiscal"
        else _("Years and quarters"),
        "days_label": _("Other days"),
    }


def years(look: Look, counts: Counts) -> list[dict[str, Any]]:
    """Each year with its quarters, latest first."""
    reading = session.reading()
    laid_out = layout(reading.answers, wording.all_quarters(reading), look.language)
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


@lru_cache(maxsize=8)
def layout(
    answers: Answers, chosen: Selection, language: Language
) -> list[tuple[Span, list[Span]]]:
    """The years of the record behind `answers` with their quarters, latest first."""
    look, found = looks.look(language=language), answers("events_by_quarter", chosen.values())
    return [
        (
            (*wording.span_of(rows), {"label": year_label(str(name), look)}),
            [quarter(row, look) for row in rows.itertuples()],
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


def presets(look: Look, counts: Counts) -> list[dict[str, Any]]:
    """Shortcuts with the days they mean today, and the events there."""
    return [
        counted((first, last, {"label": label, **days_in_words(first, last, look)}), counts)
        for label, (first, last) in spans(look).items()
    ]


def days_in_words(first: date, last: date, look: Look) -> dict[str, str]:
    return {
        "days": look.language.period(first, last),
        "unrecorded": "" if recorded(first, last) else look.text("no recap"),
    }


def recorded(first: date, last: date) -> bool:
    """Whether any quarter of a span has a recap."""
    found = session.ask("events_by_quarter", Selection(first, last))
    return "complete" in set(found["coverage"]) or "partial" in set(found["coverage"])


def spans(look: Look) -> dict[str, tuple[date, date]]:
    """Each shortcut's first and last day."""
    _, today = look.text, session.now()
    quarter_start = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    fiscal_start = year_start(today, int(session.record().fiscal_year_start))
    found = {
        _("Whole record"): session.whole(),
        _("Last complete quarter"): (months_back(quarter_start, 3), before(quarter_start)),
        _("Last fully recorded quarter"): fully_recorded(),
        _("This fiscal year to date"): (fiscal_start, today),
        _("Last fiscal year"): (months_back(fiscal_start, 12), before(fiscal_start)),
        _("This year to date"): (date(today.year, 1, 1), today),
        _("Last year"): (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    }
    return {label: days for label, days in found.items() if days}


def fully_recorded() -> tuple[date, date] | None:
    """The latest quarter whose record is complete."""
    found = wording.quarters(session.reading().of(Selection(*session.whole())))
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
