"""Which questions the build's own sums answer, and for which selections.

summed/x.sql gives the same rows as x.sql, whatever the size of the record, where nothing but themes
is filtered and the period is made of whole months. A question without such a file is asked as it
stands.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from queries import questions
from queries.engines import Engine

OTHERS = ("partner", "project", "region", "format", "role")
BITS = 62  # themes that the sums tell apart
Days = tuple[date, date]
Values = Mapping[str, object]
ASKED: WeakKeyDictionary[Engine, dict[object, list[dict[str, Any]]]] = WeakKeyDictionary()


@cache
def names() -> frozenset[str]:
    """The questions that have a file in summed/."""
    return frozenset(file.stem for file in (questions.HERE / "summed").glob("*.sql"))


def instead(engine: Engine, name: str, values: Values) -> tuple[str, Values]:
    """The file to ask for an answer, and its values: the sums', where they hold."""
    if name not in names() or any(values.get(f"{other}_count") for other in OTHERS):
        return name, values
    shown_on = values["shown_on"]
    assert isinstance(shown_on, date)
    span, places = spanned(engine, shown_on), theme_places(engine)
    if len(places) > BITS or not holds(name, values, span):
        return name, values
    named_from, named_to = named(span)
    return f"summed/{name}", {
        **values,
        "theme_mask": mask(values["theme"], places),
        "known_from": named_from,
        "known_to": named_to,
    }


def holds(name: str, values: Values, span: Days | None) -> bool:
    """Whether the sums that a question uses are kept for such themes and such a period."""
    used = questions.foundations(f"summed/{name}")
    if "month_value" in used and int(str(values["themes_wanted"])) > 1:
        return False  # what was met on several themes at once is not kept
    if "first_day" not in questions.parameters(name):
        return True
    return adds_up(values, span, whole="value_sum" in used)


def adds_up(values: Values, span: Days | None, whole: bool) -> bool:
    """Whether the period is the whole record's, or else made of whole months if that will do."""
    first, last = values["first_day"], values["last_day"]
    assert isinstance(first, date)
    assert isinstance(last, date)
    from_start, to_end = span is None or first <= span[0], span is None or last >= span[1]
    if whole:
        return from_start and to_end
    return (from_start or first.day == 1) and (to_end or (last + timedelta(days=1)).day == 1)


def named(span: Days | None) -> Days:
    """The days between which quarters have a name: eight before the record, forty after it."""
    if span is None:
        return date.max, date.min
    return years(span[0], -2), years(span[1], 10)


def mask(chosen: object, places: Mapping[str, int]) -> int:
    """A bit for each theme chosen."""
    assert isinstance(chosen, tuple)
    return sum(1 << places[theme] - 1 for theme in chosen)


def years(day: date, n: int) -> date:
    return day.replace(year=day.year + n)


def spanned(engine: Engine, shown_on: date) -> Days | None:
    """The first and the last day of the quarters with events; None where there are none."""
    (row,) = rows(engine, "span", {"shown_on": shown_on})
    return None if row["first_day"] is None else (row["first_day"], row["last_day"])


def theme_places(engine: Engine) -> dict[str, int]:
    """The place of each theme in its vocabulary, from 1."""
    found = rows(engine, "theme_place", {})
    return {str(row["theme_id"]): int(row["position"]) for row in found}


def rows(engine: Engine, name: str, values: Values) -> list[dict[str, Any]]:
    """The answer to one of the two questions above, asked once as long as the engine is there."""
    held = ASKED.setdefault(engine, {})
    key = (name, *values.values())
    if key not in held:
        held[key] = engine.execute(questions.sql(name), values).to_pylist()
    return held[key]
