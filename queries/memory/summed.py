"""Whether the parts add up to the whole, and how far they overlap, from memory.

The whole is the number of selected rows. A part is counted from what the pages show of it, or from
the sets of the values themselves put together; which rows carry none was noted when the record was
loaded.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from queries.memory.answers import (
    Values,
    events_by_format,
    events_by_partner,
    events_by_quarter,
    events_by_region,
    overlap,
    selected,
)
from queries.memory.record import Record

CUTS = {"quarter": events_by_quarter, "region": events_by_region, "format": events_by_format}


def reconciliation(record: Record, values: Values) -> pd.DataFrame:
    found, part = selected(record, values)
    added = [int(answer(record, values).columns["events"].sum()) for answer in CUTS.values()]
    columns = events_by_partner(record, values).columns
    partners = dict(zip(columns["partner"], columns["events"].tolist(), strict=True))
    named = [place for id, place in record.places["partner"].items() if id in partners]
    themes = list(record.places["theme"].values())
    united = [found.united("theme", themes, part), found.united("partner", named, part)]
    without = [0, 0, 0, found.without("theme", part), partners.get("none", 0)]
    counted, total = np.array([*added, *united], np.int64), found.counted(part)
    answer = pd.DataFrame({"cut": [*CUTS, "theme", "partner"], "total": total, "counted": counted})
    return answer.assign(without=without, holds=counted + without == total)


def theme_overlap(record: Record, values: Values) -> pd.DataFrame:
    return overlapping(record, values, "theme")


def partner_overlap(record: Record, values: Values) -> pd.DataFrame:
    return overlapping(record, values, "partner")


SUMMED: dict[str, Callable[[Record, Values], pd.DataFrame]] = {
    answer.__name__: answer for answer in (reconciliation, theme_overlap, partner_overlap)
}


def overlapping(record: Record, values: Values, name: str) -> pd.DataFrame:
    found, part = selected(record, values)
    counts = overlap(found, name, found.tally(name, part), part)
    return pd.DataFrame({key: [n] for key, n in counts.items()}).rename(
        columns={"of_events": "events"}
    )
