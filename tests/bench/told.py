"""The measures as tables: medians, 95th percentiles, and ratios within the run."""

from collections.abc import Iterable, Mapping
from statistics import median, quantiles
from typing import Any

Measures = dict[str, dict[str, list[float]]]  # what is measured -> page -> its values


def middle(values: Iterable[float]) -> float:
    return median(values)


def high(values: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def rows(measures: Measures, against: Iterable[str]) -> list[dict[str, object]]:
    """One row a measure and page, with the ratio of its median to those of other pages."""
    return [
        {
            "measure": measure,
            "page": page,
            "median": round(middle(values), 1),
            "p95": round(high(values), 1),
            "n": len(values),
            **{f"to {other}": ratio(values, beside(pages, other)) for other in against},
        }
        for measure, pages in measures.items()
        for page, values in pages.items()
    ]


def beside(pages: Mapping[str, list[float]], other: str) -> list[float] | None:
    """The same of another page, or its filters where it has nothing of the kind."""
    return pages.get(other) or pages.get(f"{other}, filter")


def ratio(values: list[float], others: list[float] | None) -> float | None:
    return round(middle(values) / middle(others), 2) if others and middle(others) else None


def beside_one(row: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> dict[str, object]:
    """What a row of readers is to one reader of the same page: the median as a ratio, and the
    memory of each further one, in MB.
    """
    one = next(other for other in rows if other["page"] == row["page"] and other["readers"] == 1)
    further = row["readers"] - 1
    more = (row["memory MB"] - one["memory MB"]) / further if further else None
    return {
        "median to one's": round(row["median"] / one["median"], 2),
        "MB a further": None if more is None else round(more, 2),
    }


def table(found: list[Mapping[str, object]]) -> str:
    """The rows under their names, as wide as their longest word."""
    if not found:
        return ""
    heads = list(found[0])
    texts = [heads, *([text(row.get(head)) for head in heads] for row in found)]
    widths = [max(len(row[n]) for row in texts) for n in range(len(heads))]
    return "\n".join(
        "  ".join(word.ljust(w) for word, w in zip(row, widths, strict=True)) for row in texts
    )


def text(value: object) -> str:
    return "" if value is None else str(value)
