"""An answer's rows hold what pandas' own would."""

from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa

from dashboard.rows import as_rows, first_row, numeric


def test_rows_hold_what_pandas_gives() -> None:
    table = pa.table(
        {
            "events": pa.array([1, 2, 3], pa.int64()),
            "label_en": pa.array(["a", None, "ç"]),
            "new": pa.array([True, None, False]),
            "day": pa.array([date(2024, 1, 1), None, date(2025, 2, 3)], pa.date32()),
            "share": pa.array([0.5, 1.0, None], pa.float64()),
        }
    )
    frame = table.to_pandas()
    wanted = [tuple(row)[1:] for row in frame.itertuples()]
    assert repr([tuple(row) for row in as_rows(frame)]) == repr(wanted)
    assert [type(value) for value in first_row(frame)] == [type(value) for value in wanted[0]]
    assert first_row(frame).label_en == "a"


def test_plain_columns_are_rows_too() -> None:
    columns = {"label_en": ["a", "b"], "events": np.array([1, 2]), "new": np.array([None, True])}
    assert as_rows(columns) == as_rows(pd.DataFrame(columns)) == (("a", 1, None), ("b", 2, True))
    assert numeric(columns) == numeric(pd.DataFrame(columns)) == [False, True, False]


def test_headings_that_are_no_names_and_come_twice() -> None:
    frame = pd.DataFrame([[1, 2, 3]], columns=["First event", "Events", "Events"])
    assert [tuple(row) for row in as_rows(frame)] == [(1, 2, 3)]
    assert as_rows(frame.head(0)) == ()
