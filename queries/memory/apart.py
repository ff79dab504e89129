"""A large record is read by a process of its own, so that what reading takes stays out of a server.

`python -m queries.memory DAY` reads an engine's URL and writes what two views hold of its record:
their sets and arrays one after the other, then what these belong to.
"""

import io
import logging
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import numpy as np
from pyroaring import BitMap

from queries.engines import Engine
from queries.memory.record import Record
from queries.memory.sets import Ints
from queries.memory.view import View

ROOT = Path(__file__).parents[2]
LARGE = 1_000_000  # rows from which a process of its own is worth its start
LOG = logging.getLogger(__name__)
Views = dict[bool, View]


class Server(Record):
    """What an engine holds, for a server that stays. url: where another process finds it."""

    def __init__(self, engine: Engine, url: str) -> None:
        super().__init__(engine)
        self.url = url

    def loaded(self, shown_on: date) -> Views:
        (rows,) = self.rows("counted_rows", {})["rows"].to_pylist()
        if rows >= LARGE:
            try:
                return views(self.url, shown_on)
            except (OSError, subprocess.CalledProcessError):
                LOG.exception("A large record could not be read by a process of its own")
        return super().loaded(shown_on)


def views(url: str, shown_on: date) -> Views:
    """What the other process finds. Raises OSError, or CalledProcessError when it finds nothing."""
    with TemporaryFile() as file:
        words = [sys.executable, "-m", "queries.memory", shown_on.isoformat()]
        subprocess.run(words, cwd=ROOT, input=url.encode(), stdout=file, check=True)
        file.seek(0)
        return read(file)


class Writer(pickle.Pickler):
    """Writes sets and arrays into the file as it meets them, and keeps the rest for the end."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.rest = file, io.BytesIO()
        self.written: dict[int, tuple[int, object]] = {}
        super().__init__(self.rest, pickle.HIGHEST_PROTOCOL)

    def persistent_id(self, found: object) -> int | None:
        """Their place in the file, from 0."""
        if not isinstance(found, BitMap | np.ndarray):
            return None
        if id(found) not in self.written:
            self.written[id(found)] = len(self.written), found  # held, since ids are used again
            self.put(found)
        return self.written[id(found)][0]

    def put(self, found: Any) -> None:
        if isinstance(found, BitMap):
            content = found.serialize()
            pickle.dump((None, len(content)), self.file)
            self.file.write(content)
        else:
            pickle.dump((found.dtype.str, found.size), self.file)
            self.file.write(np.ascontiguousarray(found).data)


class Reader(pickle.Unpickler):
    """Finds them again. Arrays stay in the file, from which only what is looked at is read."""

    def __init__(self, file: IO[bytes], found: list[BitMap | Ints]) -> None:
        super().__init__(file)
        self.found = found

    def persistent_load(self, place: int) -> BitMap | Ints:
        return self.found[place]


def write(file: IO[bytes], views: Views) -> None:
    writer = Writer(file)
    writer.dump(views)
    pickle.dump(("end", len(writer.written)), file)
    file.write(writer.rest.getvalue())


def read(file: IO[bytes]) -> Views:
    found: list[BitMap | Ints] = []
    while True:
        kind, size = pickle.load(file)
        if kind == "end":
            views: Views = Reader(file, found).load()
            return views
        if kind is None:
            found.append(BitMap.deserialize(file.read(size)))
        else:
            found.append(mapped(file, np.dtype(kind), size))


def mapped(file: IO[bytes], kind: "np.dtype[Any]", size: int) -> Ints:
    """An array of one dimension, as it stands at this place of a file."""
    start = file.tell()
    found: Ints = np.zeros(0, kind)
    if size:
        found = np.memmap(file, kind, "r", start, (size,)).view(np.ndarray)
    file.seek(start + size * kind.itemsize)  # mapping moves it
    return found
