"""Events by region: ordered bars; exclusive parts that add up to the events."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts import opening
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, named_bars
from dashboard.look import Look
from dashboard.rows import Answer, Columns, as_rows

Rows = Sequence[Any]  # of the answer
PLACELESS = ("online", "not_recorded")


def draw(answer: Answer, look: Look) -> Figure:
    """One bar a region, those without a place last, in grey. answer: events_by_region."""
    rows, accent, grey = as_rows(answer), look.palette.accent, look.palette.context
    colours = [grey if row.region in PLACELESS else accent for row in rows]
    return named_bars(rows, look, "region", colours)


def say(answer: Answer, look: Look) -> str:
    """Where most events took place, with figures."""
    _, rows = look.text, as_rows(answer)
    total = sum(row.events for row in rows)
    if total == 0:
        return _("No event to place")
    placed = [row for row in rows if row.region not in PLACELESS]
    n = max(row.events for row in placed)
    most = [row for row in placed if row.events == n]
    if n == 0:
        return look.plural(
            "The one event has no place",
            "None of the {n} events has a place",
            total,
            "measure=events",
        )
    if rivalled(rows, n):
        return without_lead(rows, most, total, look)
    if len(most) > 3:
        return at_most(most, total, look)
    return of_few(most, total, look) if len(most) > 1 else of_one(most[0], total, look)


def rivalled(rows: Rows, n: int) -> bool:
    """Whether as many events as in any region have no place: none comes first then."""
    return any(row.events >= n for row in rows if row.region in PLACELESS)


def without_lead(rows: Rows, most: Rows, total: int, look: Look) -> str:
    """All bars if they are few, else how many events a region has at most."""
    held = [row for row in rows if row.events]
    if len(held) > 3:
        return at_most(most, total, look)
    events, ranked = (
        look.events(total, "measure=events"),
        sorted(held, key=lambda row: -row.events),
    )
    return look.text("{events}: {figures}", events=events, figures=look.counted(ranked, "region"))


def at_most(most: Rows, total: int, look: Look) -> str:
    """most: the regions that have as many events as any."""
    first = most[0]
    return look.text(
        "{events}, at most {n} in a region with a place",
        events=look.events(total, "measure=events"),
        n=look.figure(first.events, f"region={first.region}"),
    )


def of_few(most: Rows, total: int, look: Look) -> str:
    """Two or three regions have as many events as each other, and no other has more."""
    _, events = look.text, look.events(total, "measure=events")
    regions = look.counted(most, "region")
    if sum(row.events for row in most) == total:
        return _("{events}: {figures}", events=events, figures=regions)
    return _("{regions} come first of {events}", regions=regions, events=events)


def of_one(most: Any, total: int, look: Look) -> str:
    """One region has more events than any other, or all there are."""
    n, name, mark = most.events, look.name(most), f"region={most.region}"
    if n == total:
        return look.plural(
            "{region}: {n} event in all",
            "All {n} events took place in one region: {region}",
            n,
            mark,
            region=name,
        )
    share = look.share(n, total, mark)
    return look.text("{region} comes first: {share}", region=name, share=share)


def note(answer: Answer, look: Look) -> str:
    return look.text("Events by the region in which they took place")


def table(answer: Answer, look: Look) -> Columns:
    return {look.text("Region"): look.labels(answer), look.text("Events"): answer["events"]}


def opens(answer: Answer, look: Look) -> Opens:
    return opening.events(answer, "region", look)


def foot(answer: Answer, look: Look) -> list[str]:
    """What is not known of the places."""
    rows = as_rows(answer)
    total = sum(row.events for row in rows)
    if total == 0:
        return []
    unknown = sum(row.events for row in rows if row.region == "not_recorded")
    adds = look.plural(
        "The bars add up to {n} event.", "The bars add up to {n} events.", total, "measure=events"
    )
    missing = look.plural(
        "{n} of {total} has no recorded place.",
        "{n} of {total} have no recorded place.",
        unknown,
        "region=not_recorded",
        total=look.figure(total, "measure=events"),
    )
    told = unknown in (0, total) or "region=not_recorded" in look.told
    return [adds] if told else [missing, adds]
