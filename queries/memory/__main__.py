"""What `python -m queries.memory DAY WIDE` does: see apart.py."""

import sys
from contextlib import closing
from datetime import date

from queries import engines
from queries.memory import cells, stored
from queries.memory.record import Record

if __name__ == "__main__":
    with closing(engines.connect(sys.stdin.read())) as engine:
        read = Record(engine).views(date.fromisoformat(sys.argv[1]))
    stored.write(sys.stdout.buffer, cells.to_write(read, int(sys.argv[2])))
