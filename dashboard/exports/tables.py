"""An answer as a file: CSV, XLSX or Parquet, each carrying what it is.

Read and written a few rows at a time, into a file that is gone once it is closed: a long answer
takes no more memory than a short one, says how far it is, and can be stopped.
"""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO, Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from xlsxwriter import Workbook

from dashboard.exports.about import About
from dashboard.exports.legible import legible
from dashboard.exports.workbook import MOST_ROWS, plain, put, styled
from dashboard.look import Look
from data.progress import Tell, silent
from queries.asking import Listed

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet run a cell
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}


class TooLong(Exception):
    """An answer with more rows than a kind of file holds; the message says it to the reader."""


def made(ending: str, answer: Listed, about: About, look: Look, tell: Tell = silent) -> IO[bytes]:
    """A file of a kind of WRITERS, open at its beginning. Raises TooLong."""
    write, _ = WRITERS[ending]
    with ExitStack() as unfinished:
        book = unfinished.enter_context(TemporaryFile())
        write(answer, about, look, book, tell)
        book.seek(0)
        unfinished.pop_all()
        return book


def pieces(answer: Listed, look: Look, tell: Tell) -> Iterator[pd.DataFrame]:
    """The rows, a few at a time; an empty answer is one piece."""
    done = 0
    for piece in answer.pieces:
        counts = {"n": look.number(done), "all": look.number(answer.rows)}
        tell(look.text("Writing: {n} of {all} rows", **counts))
        yield piece
        done += len(piece)


def csv(answer: Listed, about: About, look: Look, book: IO[bytes], tell: Tell) -> None:
    """UTF-8 with a byte order mark, for Excel; what it is stands in lines that begin with #."""
    head = "".join(f"# {name}: {text}\n" for name, text in about.lines(look))
    body = io.TextIOWrapper(book, "utf-8-sig", newline="")
    body.write(head)
    for n, piece in enumerate(pieces(answer, look, tell)):
        piece.map(harmless).to_csv(body, index=False, header=n == 0, lineterminator="\n")
    body.detach()


def harmless(value: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


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
    with Workbook(book, OPTIONS) as workbook:
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


def rows(piece: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.tolist() for _, column in piece.items()), strict=True)


def parquet(answer: Listed, about: About, look: Look, book: IO[bytes], tell: Tell) -> None:
    """The answer with its types; what it is stands in the file's metadata under `about`."""
    said = json.dumps(dict(about.lines(look)), ensure_ascii=False)
    shape = answer.shape.with_metadata({b"about": said.encode()})
    with pq.ParquetWriter(book, shape) as writer:
        for piece in pieces(answer, look, tell):
            writer.write_table(pa.Table.from_pandas(piece, shape, preserve_index=False))


Writer = Callable[[Listed, About, Look, IO[bytes], Tell], None]
WRITERS: Mapping[str, tuple[Writer, str]] = {
    "csv": (csv, "text/csv; charset=utf-8"),
    "xlsx": (xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "parquet": (parquet, "application/vnd.apache.parquet"),
}
