"""An answer as a file: CSV, XLSX or Parquet, each carrying what it is."""

import io
import json
from collections.abc import Callable

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.exports.about import About
from dashboard.look import Look

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet run a cell


def csv(answer: pd.DataFrame, about: About, look: Look) -> bytes:
    """UTF-8 with a byte order mark, for Excel; what it is stands in lines that begin with #."""
    head = "".join(f"# {name}: {text}\n" for name, text in about.lines(look))
    body: str = answer.map(harmless).to_csv(index=False, lineterminator="\n")
    return b"\xef\xbb\xbf" + (head + body).encode()


def harmless(value: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def xlsx(answer: pd.DataFrame, about: About, look: Look) -> bytes:
    """One sheet with the answer, one that says what it is. No cell becomes a formula or a link."""
    book = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(book, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        answer.to_excel(writer, sheet_name=look.text("Figures")[:31], index=False)
        lines = pd.DataFrame(about.lines(look))
        lines.to_excel(writer, sheet_name=look.text("About")[:31], index=False, header=False)
    return book.getvalue()


def parquet(answer: pd.DataFrame, about: About, look: Look) -> bytes:
    """The answer with its types; what it is stands in the file's metadata under `about`."""
    table = pa.Table.from_pandas(answer, preserve_index=False)
    said = json.dumps(dict(about.lines(look)), ensure_ascii=False)
    held = {**(table.schema.metadata or {}), b"about": said.encode()}
    book = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(held), book)
    return book.getvalue()


Writer = Callable[[pd.DataFrame, About, Look], bytes]
WRITERS: dict[str, tuple[Writer, str]] = {
    "csv": (csv, "text/csv; charset=utf-8"),
    "xlsx": (xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "parquet": (parquet, "application/vnd.apache.parquet"),
}
