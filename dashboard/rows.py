"""An answer row by row: named tuples as pandas gives them, made in a tenth of the time."""

from collections import namedtuple
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import pandas as pd

SHAPES = 256  # kept: the columns of answers and of tables made from them


def as_rows(answer: pd.DataFrame) -> list[Any]:
    """Every row, its values under the names of their columns; Python's own numbers and text."""
    make = row_of(tuple(map(str, answer.columns)))
    return list(map(make, zip(*(column.tolist() for _, column in answer.items()), strict=True)))


def first_row(answer: pd.DataFrame) -> Any:
    """The first row. Raises IndexError where there is none."""
    return as_rows(answer.head(1))[0]


@lru_cache(SHAPES)
def row_of(columns: tuple[str, ...]) -> Callable[[Iterable[Any]], Any]:
    shape: Any = namedtuple("Row", columns, rename=True)  # type: ignore[misc]
    make: Callable[[Iterable[Any]], Any] = shape._make
    return make
