"""The headline figures: each with its unit, its change, what is not known, its last quarters."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard import session
from dashboard.look import Look
from queries import comparison, measures
from queries.comparison import Comparison

HEADLINE = ("events", "activities", "partners", "new_partners", "countries")
# The rows behind what is not known of a measure.
UNKNOWN = {
    "events": "measure=unconfirmed",
    "partners": "partner=none",
    "countries": "region=not_recorded",
}
LARGE = 10  # below it, a change is a difference and never a percentage


def figures() -> dict[str, Any]:
    """All headline figures of the reader's selection, as one block of a sheet."""
    look = session.look()
    answer = next(session.ask("headline").itertuples())
    recent = session.ask("headline_by_quarter")
    earlier, reason = compared(look)
    return {
        "kind": "figures",
        "label": look.text("Headline figures"),
        "how": look.text("How this is counted"),
        "items": [figure(name, answer, earlier, recent, look) for name in HEADLINE],
        "comparison": reason,
    }


def figure(
    name: str, answer: Any, earlier: Any | None, recent: pd.DataFrame, look: Look
) -> dict[str, Any]:
    measure, value = measures.load()[name], int(getattr(answer, name))
    return {
        "key": name,
        "label": look.text(measure.label),
        "value": look.number(value),
        "unit": unit(name, value, look),
        "change": "" if earlier is None else change(value, int(getattr(earlier, name)), look),
        "mark": f"measure={name}",
        "unknown": unknown(name, answer, look),
        "unknown_mark": UNKNOWN.get(name, ""),
        "help": look.text(measure.help),
        "spark": [
            {
                "value": int(row[name]),
                "coverage": row["coverage"],
                "label": f"{label}: {int(row[name])}",
            }
            for (_, row), label in zip(recent.iterrows(), look.labels(recent), strict=True)
        ],
        "spark_label": look.text("Last eight quarters"),
    }


def unit(name: str, n: int, look: Look) -> str:
    """The unit as it stands beside the number."""
    measure = measures.load()[name]
    return look.plural(measure.one, measure.many, n)


def change(now: int, then: int, look: Look) -> str:
    """+2; with a percentage only where both sides reach ten."""
    difference = look.language.signed(now - then)
    if min(now, then) < LARGE:
        return difference
    percent = look.language.signed(round(100 * (now - then) / then))
    return look.text("{difference} ({percent} %)", difference=difference, percent=percent)


def compared(look: Look) -> tuple[Any | None, str]:
    """The headline of the period before, and in words what is compared or why nothing is."""
    chosen, today = session.selected(), session.now()
    before = comparison.before(chosen.first_day, chosen.last_day, today)
    first, _ = session.whole()
    if before.first_day < first:
        return None, look.text(
            "No comparison: the record begins in {month}, so no full earlier period stands in it.",
            month=look.language.month(first),
        )
    answer = session.ask("headline", session.during(before.first_day, before.last_day))
    return next(answer.itertuples()), " ".join(explained(before, look))


def explained(before: Comparison, look: Look) -> list[str]:
    """What the change is counted against, and whether like is compared with like."""
    _, chosen = look.text, session.selected()
    period = look.language.period(before.first_day, before.last_day)
    lines = [_("Compared with {period}.", period=period)]
    if before.until:
        lines = [
            _(
                "To {day}, compared with the same number of days: {period}.",
                day=look.language.day_of_year(before.until),
                period=period,
            )
        ]
    now, then = (
        coverage(chosen.first_day, before.until or chosen.last_day),
        coverage(before.first_day, before.last_day),
    )
    if now != then or now != {"complete"}:
        lines.append(
            _(
                "Mind the record: {now} now, {then} before.",
                now=how_recorded(now, look),
                then=how_recorded(then, look),
            )
        )
    return lines


def coverage(first_day: date, last_day: date) -> set[str]:
    """The kinds of coverage among a period's quarters."""
    return set(session.ask("events_by_quarter", session.during(first_day, last_day))["coverage"])


def how_recorded(kinds: set[str], look: Look) -> str:
    _ = look.text
    if kinds == {"complete"}:
        return _("complete")
    if kinds <= {"none"}:
        return _("no recap")
    return _("partial")


def unknown(name: str, answer: Any, look: Look) -> str:
    """What is not known of one measure, with its count; empty where nothing is missing."""
    total = look.number(answer.events)
    if name == "events" and answer.unconfirmed_left_out:
        return look.plural(
            "{n} unconfirmed left out", "{n} unconfirmed left out", answer.unconfirmed_left_out
        )
    if name == "activities":
        return look.text("within these events")
    if name == "partners" and answer.without_partner:
        return look.plural(
            "{n} of {total} events names none",
            "{n} of {total} events name none",
            answer.without_partner,
            total=total,
        )
    if name == "new_partners":
        return look.text("first seen in this period")
    if name == "countries" and answer.without_place:
        return look.plural(
            "{n} of {total} events has no recorded place",
            "{n} of {total} events have no recorded place",
            answer.without_place,
            total=total,
        )
    return ""
