"""An answer as a sheet of XLSX."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import IO, Any

import pandas as pd
from xlsxwriter import Workbook

from dashboard.exports.about import About
from dashboard.exports.legible import legible
from dashboard.exports.tables import TooLong, pieces
from dashboard.exports.workbook import MOST_ROWS, plain, put, styled
from dashboard.look import Look
from data.progress import Tell
from queries.asking import Listed

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}


def xlsx(answer: Listed, about: About, look: Look, book: IO[bytes], tell: Tell) -> None:
    """One sheet with the answer, one that says what it is. No cell becomes a formula or a link.

    Raises TooLong.
    """
    if answer.rows > MOST_ROWS:
        counts = {"most": look.number(MOST_ROWS), "n": look.number(answer.rows)}
        raise TooLong(
            look.text(
                "A sheet of XLSX holds {most} rows, and there are {n}: take CSV or Parquet.",
                **counts,
            )
        )
    with TemporaryDirectory() as aside, workbook_in(book, aside) as workbook:
        styles, sheet = styled(workbook), workbook.add_worksheet(look.text("Figures")[:31])
        line = 0
        for piece in pieces(answer, look, tell):
            if not line:
                sheet.write_row(0, 0, [legible(name) for name in piece.columns], styles["head"])
            for line, values in enumerate(rows(piece), start=line + 1):  # noqa: B020
                for place, value in enumerate(values):
                    put(sheet, line, place, plain(value), styles)
        said = workbook.add_worksheet(look.text("About")[:31])
        for line, told in enumerate(about.lines(look)):
            said.write_row(line, 0, told)


@contextmanager
def workbook_in(book: IO[bytes], aside: str) -> Iterator[Workbook]:
    """A workbook whose unfinished parts are put into a folder; nothing is written if it fails."""
    workbook = Workbook(book, OPTIONS | {"tmpdir": aside})
    yield workbook
    workbook.close()


def rows(piece: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.tolist() for _, column in piece.items()), strict=True)
