"""What a long build says of itself while it runs: nothing of a short one."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

Tell = Callable[[str], None]
PATIENCE = 2.0  # seconds after which a reader wonders


def silent(step: str) -> None:
    """For those who do not watch."""


def watched(out: TextIO = sys.stderr) -> Tell:
    """Says each step that begins, with the seconds passed, once the build takes long."""
    began = time.monotonic()

    def tell(step: str) -> None:
        passed = time.monotonic() - began
        if passed > PATIENCE:
            print(f"{passed:6.0f} s  {step}", file=out, flush=True)

    return tell


def rate(rows: int, seconds: float) -> str:
    """1,401,455 rows in 65 s, 21,560 a second."""
    return f"{rows:,} rows in {seconds:.0f} s, {rows / max(seconds, 0.001):,.0f} a second"
