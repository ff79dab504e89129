"""An answer as a file: CSV, XLSX or Parquet, each carrying what it is.

Written a few rows at a time, so that a long one says how far it is and can be stopped.
"""

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from xlsxwriter import Workbook

from dashboard.exports.about import About
from dashboard.exports.legible import legible
from dashboard.exports.workbook import MOST_ROWS, plain, put, styled
from dashboard.look import Look
from data.progress import Tell, silent

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet run a cell
AT_ONCE = 10_000  # rows
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}


class TooLong(Exception):
    """An answer with more rows than a kind of file holds; the message says it to the reader."""


def pieces(answer: pd.DataFrame, look: Look, tell: Tell) -> Iterator[pd.DataFrame]:
    """The rows, a few at a time; an empty answer is one piece."""
    for first in range(0, max(1, len(answer)), AT_ONCE):
        done = {"n": look.number(first), "all": look.number(len(answer))}
        tell(look.text("Writing: {n} of {all} rows", **done))
        yield answer.iloc[first : first + AT_ONCE]


def csv(answer: pd.DataFrame, about: About, look: Look, tell: Tell = silent) -> bytes:
    """UTF-8 with a byte order mark, for Excel; what it is stands in lines that begin with #."""
    head = "".join(f"# {name}: {text}\n" for name, text in about.lines(look))
    body = io.StringIO()
    for n, piece in enumerate(pieces(answer, look, tell)):
        piece.map(harmless).to_csv(body, index=False, header=n == 0, lineterminator="\n")
    return b"\xef\xbb\xbf" + (head + body.getvalue()).encode()


def harmless(value: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def xlsx(answer: pd.DataFrame, about: About, look: Look, tell: Tell = silent) -> bytes:
    """One sheet with the answer, one that says what it is. No cell becomes a formula or a link.

    Raises TooLong.
    """
    if len(answer) > MOST_ROWS:
        counts = {"most": look.number(MOST_ROWS), "n": look.number(len(answer))}
        raise TooLong(
            look.text(
                "A sheet of XLSX holds {most} rows, and there are {n}: take CSV or Parquet.",
                **counts,
            )
        )
    book = io.BytesIO()
    with Workbook(book, OPTIONS) as workbook:
        styles, sheet = styled(workbook), workbook.add_worksheet(look.text("Figures")[:31])
        sheet.write_row(0, 0, [legible(name) for name in answer.columns], styles["head"])
        lines = enumerate(rows(pieces(answer, look, tell)), start=1)
        for line, values in lines:
            for place, value in enumerate(values):
                put(sheet, line, place, plain(value), styles)
        said = workbook.add_worksheet(look.text("About")[:31])
        for line, told in enumerate(about.lines(look)):
            said.write_row(line, 0, told)
    return book.getvalue()


def rows(found: Iterable[pd.DataFrame]) -> Iterator[tuple[Any, ...]]:
    for piece in found:
        yield from zip(*(column.tolist() for _, column in piece.items()), strict=True)


def parquet(answer: pd.DataFrame, about: About, look: Look, tell: Tell = silent) -> bytes:
    """The answer with its types; what it is stands in the file's metadata under `about`."""
    table = pa.Table.from_pandas(answer, preserve_index=False)
    said = json.dumps(dict(about.lines(look)), ensure_ascii=False)
    shape = table.schema.with_metadata({**(table.schema.metadata or {}), b"about": said.encode()})
    book = io.BytesIO()
    with pq.ParquetWriter(book, shape) as writer:
        for piece in pieces(answer, look, tell):
            writer.write_table(pa.Table.from_pandas(piece, shape, preserve_index=False))
    return book.getvalue()


Writer = Callable[[pd.DataFrame, About, Look, Tell], bytes]
WRITERS: Mapping[str, tuple[Writer, str]] = {
    "csv": (csv, "text/csv; charset=utf-8"),
    "xlsx": (xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "parquet": (parquet, "application/vnd.apache.parquet"),
}
