"""An answer as a file: CSV, XLSX or Parquet, each carrying what it is.

Read and written a few rows at a time, into a file that is gone once it is closed: a long answer
takes no more memory than a short one, says how far it is, and can be stopped.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

import pandas as pd

from dashboard.exports.about import About
from dashboard.exports.writing import OFFICE, later
from dashboard.look import Look
from data.progress import Tell, silent
from queries.asking import Listed

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet run a cell


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


Writer = Callable[[Listed, About, Look, IO[bytes], Tell], None]
WRITERS: Mapping[str, tuple[Writer, str]] = {
    "csv": (csv, "text/csv; charset=utf-8"),
    "xlsx": (later("dashboard.exports.sheet:xlsx"), f"{OFFICE}.spreadsheetml.sheet"),
    "parquet": (later("dashboard.exports.columnar:parquet"), "application/vnd.apache.parquet"),
}
