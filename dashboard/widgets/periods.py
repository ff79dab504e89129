"""The period filter: shortcuts, years and quarters, each with its events and its coverage."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard import session, wording
from dashboard.charts.events_by_quarter import short
from dashboard.look import Look
from dashboard.widgets.counts import Counts
from dashboard.years import year_label
from queries import asking
from queries.comparison import months_back
from queries.selection import Selection


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
    found = wording.quarters(session.reading())
    return [
        year(str(name), rows, look, counts)
        for name, rows in reversed(list(found.groupby("year", sort=False)))
    ]


def year(name: str, rows: pd.DataFrame, look: Look, counts: Counts) -> dict[str, Any]:
    first, last = wording.span_of(rows)
    return {
        **option(year_label(name, look), first, last, counts),
        "quarters": [quarter(row, look, counts) for row in rows.itertuples()],
    }


def quarter(row: Any, look: Look, counts: Counts) -> dict[str, Any]:
    first, last = asking.as_day(row.first_day), asking.as_day(row.last_day)
    return {
        **option(short(look.name(row)), first, last, counts),
        "title": f"{look.name(row)} ({look.name(row, 'months')})",
        "coverage": row.coverage,
    }


def option(label: str, first: date, last: date, counts: Counts) -> dict[str, Any]:
    return {
        "label": label,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "count": counts.between(first, last),
        "on": (first, last) == (counts.chosen.first_day, counts.chosen.last_day),
    }


def presets(look: Look, counts: Counts) -> list[dict[str, Any]]:
    """Shortcuts with the days they mean today, and the events there."""
    return [
        {
            **option(label, first, last, counts),
            "days": look.language.period(first, last),
            "unrecorded": "" if recorded(first, last) else look.text("no recap"),
        }
        for label, (first, last) in spans(look).items()
    ]


def recorded(first: date, last: date) -> bool:
    """Whether any quarter of a span has a recap."""
    found = session.ask("events_by_quarter", Selection(first, last))
    return bool((found["coverage"] != "none").any())


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
