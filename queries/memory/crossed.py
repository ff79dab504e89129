"""The questions that count by two things at once, or by several together, from memory."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pandas as pd

from queries.memory.answers import Values, selected
from queries.memory.record import Record, numbered
from queries.memory.sets import Flags, Ints, Numbers
from queries.memory.words import Words, with_columns

LABELLED = ["label_en", "label_fr"]
FIRST = ["first_seen", "first_until", "first_precision"]
COMBINED = {
    **dict.fromkeys(("combination", *LABELLED), "str"),
    **dict.fromkeys(("themes", "events"), "int64"),
}
PARTNER = ["partner", *LABELLED, "acronym_en", "acronym_fr", "first_seen"]


def events_by_theme_and_quarter(record: Record, values: Values) -> pd.DataFrame:
    found, part = selected(record, values)
    themes, known = record.vocabulary(values, "theme", ("none",)), record.touched(values)
    order = themes.ranked(None)
    starts, ends = found.view.order.bounds(known.first, known.last)
    events = found.spread("theme", part, starts, ends)[themes.place[order]]
    names = dict(zip(LABELLED, ("quarter_en", "quarter_fr"), strict=True))
    quarters = known.rows[["quarter", *LABELLED, "coverage"]].rename(columns=names)
    return crossed(themes.rows.take(order), quarters, events, np.ones_like(events, bool))


def events_by_theme_and_region(record: Record, values: Values) -> pd.DataFrame:
    found, part = selected(record, values)
    themes = record.vocabulary(values, "theme", ("none",))
    known, order = record.vocabulary(values, "region", ()), themes.ranked(None)
    rows = themes.rows.take(order).drop(columns="core")
    names = dict(zip(LABELLED, ("region_en", "region_fr"), strict=True))
    regions = known.rows.rename(columns=names).assign(region_position=known.place.astype(np.int32))
    events = found.within_each("region", known.place, "theme", part)[themes.place[order]]
    return crossed(rows, regions, events, events > 0)


def events_by_partner_and_year(record: Record, values: Values) -> pd.DataFrame:
    found, part = selected(record, values)
    partners, years = record.partners(values), record.touched(values).years()
    starts, ends = found.view.order.bounds(years.first, years.last)
    order = eldest(record, values, partners)
    events = found.spread("partner", part, starts, ends)[partners.place[order]]
    rows = crossed(partners.rows[PARTNER].take(order), years.rows, events, events > 0)
    nobody = years.rows[~events.any(axis=0)].assign(first_seen=None, events=0)
    return pd.concat([rows, nobody], ignore_index=True)


def partners_by_standing(record: Record, values: Values) -> pd.DataFrame:
    found, part = selected(record, values)
    first, known = numbered(values["first_day"]), record.partners(values)
    year = found.view.order.between(numbered(values["before"]), first - 1)
    now, then = (found.tally("partner", span)[known.place] for span in (part, year))
    met = record.first_met(values)[known.place]
    standing = np.select([now == 0, met >= first], ["lapsed", "new"], "returning")
    columns = {"standing": standing, "events": now, "events_before": then}
    order = np.lexsort((-then, -now, standing))
    kept = ((now + then > 0) & (known.place > 0))[order]
    rows = with_columns(known.rows[PARTNER[:-1]].copy(), {**columns, **known.rows[FIRST]})
    return rows.take(order[kept]).reset_index(drop=True)


def events_by_combination(record: Record, values: Values) -> pd.DataFrame:
    found, part = selected(record, values)
    known = record.vocabulary(values, "theme", ("none",))
    rows, counts = found.alike("theme", part)
    flags = found.view.carried["theme"].held(rows)
    themes, carried = flags[:, 1:].sum(axis=1).tolist(), carried_by(flags, known)
    marks = zip(("theme", *LABELLED), ("+", " + ", " + "), strict=True)
    columns = [joined(known, name, mark, carried) for name, mark in marks]
    answer = zip(*columns, themes, counts.tolist(), strict=True)
    ranked = sorted(answer, key=lambda row: (row[0] == "none", -row[4], row[3], row[0]))
    return pd.DataFrame(ranked, columns=[*COMBINED]).astype(COMBINED)


CROSSED: dict[str, Callable[[Record, Values], pd.DataFrame]] = {
    answer.__name__: answer
    for answer in (
        *(events_by_theme_and_quarter, events_by_theme_and_region),
        *(events_by_partner_and_year, partners_by_standing, events_by_combination),
    )
}


def crossed(
    lines: pd.DataFrame, columns: pd.DataFrame, events: Numbers, kept: Flags
) -> pd.DataFrame:
    """One row for each pair that is kept of a line and a column, with its events."""
    line, column = kept.nonzero()
    pairs = (lines.take(line), columns.take(column))
    beside = pd.concat([rows.reset_index(drop=True) for rows in pairs], axis=1)
    return with_columns(beside, {"events": events[line, column]})


def eldest(record: Record, values: Values, partners: Words) -> Ints:
    """The partners in the order in which they were first met, without the row for none."""
    met = record.first_met(values)[partners.place]
    found = np.argsort(met, kind="stable")
    return found[partners.place[found] > 0]


def carried_by(flags: Flags, known: Words) -> list[list[int]]:
    """For each line, the rows of a vocabulary that it carries, in their order; else that for none.

    flags: a column a value, by its place.
    """
    flags[:, 0] = ~flags[:, 1:].any(axis=1)
    order = np.argsort(known.place)
    line, column = flags[:, known.place[order]].nonzero()
    ends = np.searchsorted(line, np.arange(len(flags) + 1)).tolist()
    rows = order[column].tolist()
    return [rows[start:end] for start, end in pairwise(ends)]


def joined(known: Words, column: str, mark: str, carried: list[list[int]]) -> list[str]:
    """A word for each line: those of what it carries, with a mark between them."""
    words = known.rows[column].tolist()
    return [mark.join([words[row] for row in rows]) for rows in carried]
