"""The rows behind a mark, opened in place."""

from typing import Any

from dashboard import session
from dashboard.look import Look
from dashboard.widgets.listing import listing, named
from dashboard.years import year_label


def opened() -> dict[str, Any] | None:
    """What is open beside the page, or None."""
    mark, look = session.mark(), session.look()
    if not mark:
        return None
    rows = listing("drill", mark)
    return {**rows, "title": title(mark, look), "close": look.text("Close")}


def title(mark: dict[str, str], look: Look) -> str:
    """What the mark stands for: "Governance · Q4 2024"."""
    return " · ".join(name_of(dimension, value, look) for dimension, value in mark.items())


def name_of(dimension: str, value: str, look: Look) -> str:
    if value == "none":
        return look.text("No theme") if dimension == "theme" else look.text("No partner")
    if dimension == "quarter":
        return labelled("events_by_quarter", "quarter", value, look)
    if dimension == "country":
        return labelled("events_by_country", "country", value, look)
    if dimension == "year":
        return year_label(value, look)
    return named(look).get((dimension, value), value)


def labelled(question: str, column: str, value: str, look: Look) -> str:
    answer = session.ask(question)
    found = look.labels(answer[answer[column] == value])
    return str(found.iloc[0]) if len(found) else value
