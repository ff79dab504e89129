"""What `python -m queries.memory DAY` does: see apart.py."""

import sys
from contextlib import closing
from datetime import date

from queries import engines
from queries.memory.apart import write
from queries.memory.record import Record

if __name__ == "__main__":
    with closing(engines.connect(sys.stdin.read())) as engine:
        write(sys.stdout.buffer, Record(engine).views(date.fromisoformat(sys.argv[1])))
