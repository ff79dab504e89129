"""What `python -m queries.memory DAY` does: see apart.py."""

import sys
from contextlib import closing
from datetime import date

from queries import engines
from queries.memory import stored
from queries.memory.record import Record

if __name__ == "__main__":
    with closing(engines.connect(sys.stdin.read())) as engine:
        views = Record(engine).views(date.fromisoformat(sys.argv[1]))
    for _, cells in views.values():
        if cells:
            cells.complete()
    stored.write(sys.stdout.buffer, views)
