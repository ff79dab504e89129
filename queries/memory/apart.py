"""A large record is read by a process of its own, so that what reading takes stays out of a server.

`python -m queries.memory DAY WIDE` reads an engine's URL and writes what is held of its record;
WIDE is that of `cells.to_write`.
"""

import logging
import mmap
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import which
from tempfile import TemporaryFile
from typing import IO
from weakref import WeakSet

from data import warehouse
from queries.engines import Engine
from queries.memory import cells, stored
from queries.memory.cells import Views
from queries.memory.record import Record

ROOT = Path(__file__).parents[2]
LARGE = 1_000_000  # rows from which a process of its own is worth its start
NICE = ("nice",) if which("nice") else ()  # before what is read beside pages
LOG = logging.getLogger(__name__)


class Server(Record):
    """What an engine holds, for a server that stays. url: where another process finds it."""

    def __init__(self, engine: Engine, url: str) -> None:
        super().__init__(engine)
        self.url, self.contents = url, WeakSet[mmap.mmap]()

    def loaded(self, shown_on: date) -> Views:
        (rows,) = self.rows("counted_rows", {})["rows"].to_pylist()
        if rows >= LARGE:
            try:
                content = found(self.url, shown_on, *(NICE if self.contents else ()))
                with self.lock:
                    self.contents.add(content)
                views: Views = stored.read(content)
                return views
            except (OSError, subprocess.CalledProcessError):
                LOG.exception("A large record could not be read by a process of its own")
        return cells.added(super().loaded(shown_on))

    def let_go(self) -> None:
        with self.lock:
            contents = list(self.contents)
        for content in contents:
            stored.let_go(content, 0, len(content))


def found(url: str, shown_on: date, *after: str) -> mmap.mmap:
    """What the other process finds. Raises OSError, or CalledProcessError when it finds nothing.

    after: words that start it so that what answers goes first.
    """
    with unnamed() as file:
        asked = ("queries.memory", shown_on.isoformat(), str(cells.WIDE))
        words = [*after, sys.executable, "-m", *asked]
        subprocess.run(words, cwd=ROOT, input=url.encode(), stdout=file, check=True)
        return stored.opened(file)


def unnamed() -> IO[bytes]:
    """A file that is gone with the last who holds it: beside the warehouse, since what is temporary
    is memory on many machines, unless nothing can be written there.
    """
    try:
        return TemporaryFile(dir=warehouse.home())
    except OSError:
        return TemporaryFile()
