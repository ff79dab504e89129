"""The headline figures: each with its unit, its change, what is not known, its last quarters."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard import discretion, session
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import as_rows, first_row
from dashboard.unrecorded import beyond, no_recap, nothing_recorded
from dashboard.widgets.component import Written, written
from queries import asking, comparison, measures
from queries.comparison import Comparison

HEADLINE = ("events", "activities", "partners", "new_partners", "countries")
# The rows behind what is not known of a measure.
UNKNOWN = {
    "events": "measure=unconfirmed",
    "partners": "partner=none",
    "countries": "region=not_recorded",
}
KEPT = 64  # blocks of figures kept in memory for all readers together
LARGE = 10  # below it, a change is a difference and never a percentage


def figures() -> Written:
    """All headline figures of the reader's selection, as one block of a sheet."""
    return counted(session.view())


@lru_cache(maxsize=KEPT)
def counted(view: session.View) -> Written:
    """The figures in a view, kept for whoever asks for them next."""
    reading = session.reading_in(view)
    look, answer = reading.look, first_row(reading.columns("headline"))
    recent = as_rows(reading.columns("headline_by_quarter"))
    earlier, reason, alike = compared(reading)
    described = {
        "kind": "figures",
        "label": look.text("Headline figures"),
        "how": look.text("How this is counted"),
        "items": [figure(name, answer, earlier, recent, reading) for name in HEADLINE],
        "alike": alike,
        "comparison": " · ".join(
            [
                " ".join(part for part in (unknown_days(reading), reason, latest(reading)) if part),
                *discretion.told(reading),
            ]
        ),
    }
    return written(described)


def figure(
    name: str, answer: Any, earlier: Any | None, recent: Sequence[Any], reading: Reading
) -> dict[str, Any]:
    look, measure, value = reading.look, measures.load()[name], int(getattr(answer, name))
    return {
        "key": name,
        "label": look.text(measure.label),
        "value": look.number(value),
        "unit": unit(name, value, look),
        "change": "" if earlier is None else change(name, value, int(getattr(earlier, name)), look),
        "mark": f"measure={name}",
        "change_mark": f"measure={name};of=before",
        "unknown": unknown(name, answer, reading),
        "help": look.text(measure.help),
        "spark": [
            {
                "value": getattr(row, name),
                "coverage": row.coverage,
                "label": f"{look.name(row)}: {getattr(row, name)}",
                "mark": f"measure={name};during={spanned(row)}",
            }
            for row in recent
        ],
        "spark_label": look.text("Last eight quarters"),
    }


def spanned(row: Any) -> str:
    """The days of a quarter, as a mark writes them."""
    return f"{asking.as_day(row.first_day)}..{asking.as_day(row.last_day)}"


def unit(name: str, n: int, look: Look) -> str:
    """The unit as it stands beside the number."""
    measure = measures.load()[name]
    return look.plural(measure.one, measure.many, n)


def change(name: str, now: int, then: int, look: Look) -> str:
    """+2 events; with a percentage only where both sides reach ten."""
    difference = f"{look.language.signed(now - then)} {unit(name, abs(now - then), look)}"
    if min(now, then) < LARGE:
        return difference
    percent = look.language.signed(round(100 * (now - then) / then))
    return look.text("{difference} ({percent}%)", difference=difference, percent=percent)


def compared(reading: Reading) -> tuple[Any | None, str, bool]:
    """The headline of the period before, in words what is compared or why nothing is, and whether
    both periods are recorded in full.
    """
    chosen = reading.chosen
    if no_recap(reading):
        return None, "", True
    before = comparison.before(chosen.first_day, chosen.last_day, session.now())
    first, _ = reading.whole()
    if before.first_day < first:
        return None, none_earlier(first, reading.look), True
    answer = reading.during(before.first_day, before.last_day).columns("headline")
    lines, alike = explained(before, reading)
    return first_row(answer), " ".join(lines), alike


def unknown_days(reading: Reading) -> str:
    """What the record does not hold of the period."""
    found = beyond(reading)
    return found or nothing_recorded(no_recap(reading), reading.look)


def none_earlier(first: date, look: Look) -> str:
    return look.text(
        "No comparison: the record begins in {month}, so no full earlier period stands in it.",
        month=look.language.month(first),
    )


def explained(before: Comparison, reading: Reading) -> tuple[list[str], bool]:
    """What the change is counted against, and whether like is compared with like."""
    look, chosen = reading.look, reading.chosen
    _ = look.text
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
    now = coverage(reading.during(chosen.first_day, before.until or chosen.last_day))
    then = coverage(reading.during(before.first_day, before.last_day))
    alike = set(now) == set(then) == {"complete"}
    if not alike:
        lines.append(
            _(
                "Mind the record: of the quarters, {now} in full now, {then} before.",
                now=in_full(now, "", look),
                then=in_full(then, ";of=before", look),
            )
        )
    return lines, alike


def coverage(reading: Reading) -> list[str]:
    """The coverage of each quarter of a period."""
    return list(reading.columns("events_by_quarter")["coverage"])


def in_full(kinds: list[str], context: str, look: Look) -> str:
    """How many quarters are recorded in full: "1 of 4". context: whose, as a mark says it."""
    full = look.figure(kinds.count("complete"), f"rows=quarters;coverage=complete{context}")
    return look.text(
        "{full} of {n}", full=full, n=look.figure(len(kinds), f"rows=quarters{context}")
    )


def latest(reading: Reading) -> str:
    """The last event of the whole record, so that its age is seen."""
    look, answer = reading.look, reading.ask("latest_event")
    if answer.empty:
        return ""
    row: Any = first_row(answer)
    first, last = asking.as_day(row.start_date), asking.as_day(row.end_date)
    return look.text(
        "Latest event in the record: {when}.",
        when=look.language.when(first, last, row.date_precision),
    )


def new_since(reading: Reading) -> str:
    if reading.chosen.first_day <= reading.whole()[0]:
        return reading.look.text("all: nothing earlier is recorded")
    return reading.look.text("first seen in this period")


def unknown(name: str, answer: Any, reading: Reading) -> str:
    """What is not known of one measure, with its count; empty where nothing is missing."""
    look, mark = reading.look, UNKNOWN.get(name, "")
    total = look.figure(answer.events, "measure=events")
    if name == "events" and answer.unconfirmed_left_out:
        return look.plural(
            "{n} unconfirmed left out",
            "{n} unconfirmed left out",
            answer.unconfirmed_left_out,
            mark,
        )
    if name == "activities":
        return look.text("within these events")
    if name == "partners" and answer.without_partner:
        return look.plural(
            "{n} of {total} events has no partner",
            "{n} of {total} events have no partner",
            answer.without_partner,
            mark,
            total=total,
        )
    if name == "new_partners":
        return new_since(reading)
    if name == "countries" and answer.without_place:
        return look.plural(
            "{n} of {total} events has no recorded place",
            "{n} of {total} events have no recorded place",
            answer.without_place,
            mark,
            total=total,
        )
    return ""
