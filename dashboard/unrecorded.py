"""What is said where a period holds nothing, or reaches beyond the record."""

from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import first_row


def nothing(reading: Reading) -> str:
    """Why there is nothing to show, and what to do."""
    look, (first, last) = reading.look, reading.whole()
    if reading.chosen.last_day < first or reading.chosen.first_day > last:
        return look.text(
            "The record runs from {first} to {last}; the period lies outside it.",
            first=look.language.day(first),
            last=look.language.day(last),
        )
    quarters = no_recap(reading)
    if quarters:
        return nothing_recorded(quarters, look)
    return look.text("No event matches. Widen the period or remove a filter.")


def no_recap(reading: Reading) -> int:
    """How many quarters the period has if none of them has a recap or an event; else 0."""
    kinds = list(reading.columns("events_by_quarter")["coverage"])
    known = first_row(reading.columns("headline")).events
    return len(kinds) if set(kinds) == {"none"} and not known else 0


def nothing_recorded(quarters: int, look: Look) -> str:
    """What a nought means where nobody recorded anything."""
    if not quarters:
        return ""
    return look.plural(
        "Not recorded: this quarter has no recap. 0 does not mean that nothing took place.",
        "Not recorded: these {n} quarters have no recap. 0 does not mean that nothing took place.",
        quarters,
        "rows=quarters",
    )


def beyond(reading: Reading) -> str:
    """That the period reaches beyond what is recorded; empty where it does not."""
    look, chosen, (first, last) = reading.look, reading.chosen, reading.whole()
    if chosen.last_day < first or chosen.first_day > last:
        return nothing(reading)
    if chosen.last_day > last:
        return look.text(
            "The record ends on {day}, before the period does.", day=look.language.day(last)
        )
    if chosen.first_day < first:
        day = look.language.day(first)
        return look.text("The record begins on {day}, after the period does.", day=day)
    return ""
