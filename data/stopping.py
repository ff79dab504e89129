"""Ctrl-C while DuckDB works: DuckDB says it in words of its own, and here it is Python's again."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

INTERRUPTED = "Query interrupted"  # all that DuckDB's RuntimeError says of it


@contextmanager
def stoppable() -> Iterator[None]:
    """Raises KeyboardInterrupt where a query was ended by Ctrl-C."""
    try:
        yield
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except RuntimeError as error:
        if str(error) != INTERRUPTED:
            raise
        raise KeyboardInterrupt from None
