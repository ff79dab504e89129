"""Two selections in one frame, each number with the mark of the rows behind it."""

from collections.abc import Callable

import pandas as pd

from dashboard import session, sides, versus, wording
from dashboard.charts import side_by_side
from dashboard.look import Look, unmarked
from dashboard.reading import Reading
from dashboard.rows import as_rows

OTHER = ";of=other"


def both() -> tuple[Reading, Reading]:
    """A, the reader's selection, and B, the one it is compared with."""
    return session.reading(), session.reading().of(versus.other())


def by_dimension(dimension: str) -> pd.DataFrame:
    answer = sides.by_id(*both(), dimension)
    marks = dimension + "=" + answer["id"].astype(str)
    return answer.assign(mark_a=marks, mark_b=marks + OTHER)


def by_place() -> pd.DataFrame:
    answer = sides.by_place(*both())
    return answer.assign(
        mark_a="quarter=" + answer["id_a"].astype(str),
        mark_b="quarter=" + answer["id_b"].astype(str) + OTHER,
    )


FRAMES: dict[str, Callable[[], pd.DataFrame]] = {
    "compared_by_theme": lambda: by_dimension("theme"),
    "compared_by_region": lambda: by_dimension("region"),
    "compared_by_partner": lambda: by_dimension("partner"),
    "compared_by_quarter": by_place,
}


def in_words(look: Look) -> str:
    """Both selections: "A: 2024; B: 2023"."""
    a, b = (wording.scope(reading) for reading in both())
    return look.text("A: {a}; B: {b}", a=a, b=b)


def file(name: str) -> pd.DataFrame:
    """One of FRAMES as a file gives it away: in words, without marks."""
    look, answer = session.look(), FRAMES[name]()
    every = answer if name == "compared_by_quarter" else side_by_side.ranked(answer)
    shown = side_by_side.table(every, look)
    apart = [row.a - row.b if side_by_side.known(row) else None for row in as_rows(every)]
    return shown.assign(**{look.text("Difference"): pd.array(apart, "Int64")})


def coverage(look: Look) -> str:
    """How far each side is recorded."""
    a, b = (unmarked(wording.coverage(reading)) for reading in both())
    return look.text("A: {a}; B: {b}", a=a, b=b)
