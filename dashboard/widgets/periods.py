"""The period filter: shortcuts, years and quarters, each with its events and its coverage."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard import session, wording
from dashboard.charts.events_by_quarter import short
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.widgets.counts import Counts
from dashboard.years import year_label
from queries import asking
from queries.comparison import months_back
from queries.selection import Selection


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
    found, look = wording.quarters(reading), reading.look
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


def presets(reading: Reading, counts: Counts) -> list[dict[str, Any]]:
    """Shortcuts with the days they mean today, and the events there."""
    look = reading.look
    return [
        {
            **option(label, first, last, counts),
            "days": look.language.period(first, last),
            "unrecorded": "" if recorded(first, last, reading) else look.text("no recap"),
        }
        for label, (first, last) in spans(reading).items()
    ]


def recorded(first: date, last: date, reading: Reading) -> bool:
    """Whether any quarter of a span has a recap."""
    found = reading.ask("events_by_quarter", everything(first, last, reading))
    return bool((found["coverage"] != "none").any())


def everything(first: date, last: date, reading: Reading) -> Selection:
    """A span without filters, for the same eyes."""
    return Selection(first, last, audience=reading.chosen.audience)


def spans(reading: Reading) -> dict[str, tuple[date, date]]:
    """Each shortcut's first and last day."""
    _, today = reading.look.text, session.now()
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
