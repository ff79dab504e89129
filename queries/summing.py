"""Which questions the build's own sums answer, and for which selections.

summed/x.sql gives the same rows as x.sql, whatever the size of the record, where nothing but themes is
filtered and the period is made of whole months. A question without such a file is asked as it stands.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

from queries import questions
from queries.engines import Engine

OTHERS = ("partner", "project", "region", "format", "role")
Days = tuple[date, date]


@cache
def names() -> frozenset[str]:
    """The questions that have a file in summed/."""
    return frozenset(file.stem for file in (questions.HERE / "summed").glob("*.sql"))


def instead(engine: Engine, name: str, values: Mapping[str, object]) -> str:
    """The file to ask for an answer: the sums', where they hold for these values."""
    if name not in names() or any(values.get(f"{other}_count") for other in OTHERS):
        return name
    found = f"summed/{name}"
    used = questions.foundations(found)
    if "month_value" in used and int(str(values["themes_wanted"])) > 1:
        return name  # what was met on several themes at once is not kept
    if "first_day" not in questions.parameters(name):
        return found
    return found if holds(engine, values, whole="value_sum" in used) else name


def holds(engine: Engine, values: Mapping[str, object], whole: bool) -> bool:
    """Whether the period is the whole record's, or else made of whole months if that will do."""
    first, last, shown_on = (values[key] for key in ("first_day", "last_day", "shown_on"))
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert isinstance(shown_on, date)
    span = spanned(engine, shown_on)
    from_start, to_end = span is None or first <= span[0], span is None or last >= span[1]
    if whole:
        return from_start and to_end
    return (from_start or first.day == 1) and (to_end or (last + timedelta(days=1)).day == 1)


@lru_cache(maxsize=8)
def spanned(engine: Engine, shown_on: date) -> Days | None:
    """The first and the last day of the quarters with events; None where there are none."""
    (row,) = engine.execute(questions.sql("span"), {"shown_on": shown_on}).to_pylist()
    return None if row["first_day"] is None else (row["first_day"], row["last_day"])
