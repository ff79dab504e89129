"""The period filter: shortcuts, years and quarters, each with its events and its coverage."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard import session, wording
from dashboard.charts.events_by_quarter import short
from dashboard.look import Look
from dashboard.years import year_label
from queries import asking
from queries.comparison import months_back
from queries.selection import Selection


def described(look: Look) -> dict[str, Any]:
    """What the period filter offers, and what is chosen."""
    _, chosen = look.text, session.selected()
    return {
        "label": _("Period"),
        "value": wording.period(session.reading()),
        "from": chosen.first_day.isoformat(),
        "to": chosen.last_day.isoformat(),
        "from_label": _("From"),
        "to_label": _("To"),
        "presets": presets(look, chosen),
        "presets_label": _("Shortcuts"),
        "years": years(look, chosen),
        "years_label": _("Fiscal years and quarters")
        if chosen.calendar == "fiscal"
        else _("Years and quarters"),
        "days_label": _("Other days"),
    }


def quarters(chosen: Selection) -> pd.DataFrame:
    """Every quarter of the record, with the events the other filters leave."""
    first, last = session.whole()
    return session.ask("events_by_quarter", replace(chosen, first_day=first, last_day=last))


def years(look: Look, chosen: Selection) -> list[dict[str, Any]]:
    """Each year with its quarters, latest first."""
    found = quarters(chosen)
    return [
        year(str(name), rows, look, chosen)
        for name, rows in reversed(list(found.groupby("year", sort=False)))
    ]


def year(name: str, rows: pd.DataFrame, look: Look, chosen: Selection) -> dict[str, Any]:
    first, last = wording.span_of(rows)
    return {
        **option(year_label(name, look), first, last, int(rows["events"].sum()), chosen),
        "quarters": [quarter(row, look, chosen) for row in rows.itertuples()],
    }


def quarter(row: Any, look: Look, chosen: Selection) -> dict[str, Any]:
    first, last = asking.as_day(row.first_day), asking.as_day(row.last_day)
    return {
        **option(short(look.name(row)), first, last, int(row.events), chosen),
        "title": f"{look.name(row)} ({look.name(row, 'months')})",
        "coverage": row.coverage,
    }


def option(label: str, first: date, last: date, events: int, chosen: Selection) -> dict[str, Any]:
    return {
        "label": label,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "count": events,
        "on": (first, last) == (chosen.first_day, chosen.last_day),
    }


def presets(look: Look, chosen: Selection) -> list[dict[str, Any]]:
    """Shortcuts with the days they mean today, and the events there."""
    return [
        {
            **option(label, first, last, events_between(chosen, first, last), chosen),
            "days": look.language.period(first, last),
            "unrecorded": "" if recorded(first, last) else look.text("no recap"),
        }
        for label, (first, last) in spans(look).items()
    ]


def recorded(first: date, last: date) -> bool:
    """Whether any quarter of a span has a recap."""
    found = session.ask("events_by_quarter", Selection(first, last))
    return bool((found["coverage"] != "none").any())


def events_between(chosen: Selection, first: date, last: date) -> int:
    return int(
        session.ask("headline", replace(chosen, first_day=first, last_day=last))["events"].iloc[0]
    )


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
    found = quarters(Selection(*session.whole()))
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
