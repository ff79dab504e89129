"""Two selections side by side: which one to compare with, and their answers in one frame."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.reading import Reading
from dashboard.rows import as_rows
from queries import comparison
from queries.selection import a_year_before
from queries.today import today

Days = tuple[date, date]
OF_SIDE = ("id_{}", "{}", "coverage_{}", "known_{}")
OF_SIDES = [name.format(side) for side in "ab" for name in OF_SIDE]


def default(reading: Reading) -> Days:
    """The days of the period before; the record's last year where nothing full lies before."""
    days = before(reading)
    first, last = reading.whole()
    if days[0] >= first:
        return days
    return date(last.year, 1, 1), last


def before(reading: Reading) -> Days:
    """The period before the reader's."""
    found = comparison.before(reading.chosen.first_day, reading.chosen.last_day, today())
    return found.first_day, found.last_day


def year_before(reading: Reading) -> Days:
    """The same days a year before; the last of February stays the last."""
    chosen = reading.chosen
    end = a_year_before(chosen.last_day + timedelta(days=1)) - timedelta(days=1)
    return a_year_before(chosen.first_day), end


def by_id(one: Reading, other: Reading, dimension: str) -> pd.DataFrame:
    """One row an id of a dimension that occurs on either side.

    Columns: id, label_en, label_fr, short_en, short_fr (an acronym where there is one), a, b: the
    events on each side.
    """
    answers = [side.ask(f"events_by_{dimension}") for side in (one, other)]
    named = pd.concat(answers).drop_duplicates(dimension)
    counts = [dict(zip(answer[dimension], answer["events"], strict=True)) for answer in answers]
    return pd.DataFrame(
        {
            "id": list(named[dimension]),
            "label_en": list(named["label_en"]),
            "label_fr": list(named["label_fr"]),
            "short_en": shortest(named, "en"),
            "short_fr": shortest(named, "fr"),
            "a": [int(counts[0].get(value, 0)) for value in named[dimension]],
            "b": [int(counts[1].get(value, 0)) for value in named[dimension]],
        }
    )


def shortest(named: pd.DataFrame, language: str) -> list[str]:
    """The acronym by which a thing is known, else its name."""
    names = named[f"label_{language}"]
    acronyms = named.get(f"acronym_{language}")
    return list(names if acronyms is None else acronyms.fillna(names))


def by_place(one: Reading, other: Reading) -> pd.DataFrame:
    """One row a quarter's place in both periods, the first of each beside the first of the other.

    Columns: id (the place), label_en, label_fr ("Q1 2025 / Q1 2024") and, of each side, id_a (the
    quarter), a (its events), coverage_a and known_a: whether 0 would mean that nothing took place.
    """
    pairs = zip(*(as_rows(side.ask("events_by_quarter")) for side in (one, other)), strict=False)
    rows = [
        {
            "id": place,
            "label_en": " / ".join(dict.fromkeys(row.label_en for row in pair)),
            "label_fr": " / ".join(dict.fromkeys(row.label_fr for row in pair)),
            **of_side(pair[0], "a"),
            **of_side(pair[1], "b"),
        }
        for place, pair in enumerate(pairs)
    ]
    return pd.DataFrame(rows, columns=["id", "label_en", "label_fr", *OF_SIDES])


def of_side(row: Any, side: str) -> dict[str, Any]:
    known = row.coverage != "none" or row.events > 0
    values = row.quarter, int(row.events), row.coverage, known
    return dict(zip((name.format(side) for name in OF_SIDE), values, strict=True))


def beside(one: Reading, other: Reading) -> int:
    """How many quarters of the longer period have none of the other beside them."""
    left, right = (len(side.ask("events_by_quarter")) for side in (one, other))
    return abs(left - right)
