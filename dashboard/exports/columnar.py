"""An answer as a file of Parquet."""

import json
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.exports.about import About
from dashboard.exports.tables import pieces
from dashboard.look import Look
from data.progress import Tell
from queries.asking import Listed


def parquet(answer: Listed, about: About, look: Look, book: IO[bytes], tell: Tell) -> None:
    """The answer with its types; what it is stands in the file's metadata under `about`."""
    said = json.dumps(dict(about.lines(look)), ensure_ascii=False)
    shape = answer.shape.with_metadata({b"about": said.encode()})
    with pq.ParquetWriter(book, shape) as writer:
        for piece in pieces(answer, look, tell):
            writer.write_table(pa.Table.from_pandas(piece, shape, preserve_index=False))
