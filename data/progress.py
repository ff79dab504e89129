"""What a long build says of itself while it runs: nothing of a short one."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

Tell = Callable[[str], None]
PATIENCE = 2.0  # seconds after which a reader wonders
AGAIN = 10.0  # seconds after which they wonder whether the same still goes on


def silent(step: str) -> None:
    """For those who do not watch."""


class Watched:
    """Says each step that begins, with the seconds passed, once the work takes long, and again
    which one goes on, now and then. clock: of seconds.
    """

    def __init__(
        self, out: TextIO = sys.stderr, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.out, self.clock = out, clock
        self.began = clock()
        self.step, self.next = "", self.began + PATIENCE

    def __call__(self, step: str) -> None:
        self.step = step
        if self.clock() - self.began > PATIENCE:
            self.say()

    def still(self) -> None:
        """To be called often while a step goes on, from any thread."""
        if self.step and self.clock() > self.next:
            self.say()

    def say(self) -> None:
        now = self.clock()
        self.next = now + AGAIN
        print(f"{now - self.began:6.0f} s  {self.step}", file=self.out, flush=True)


def rate(rows: int, seconds: float) -> str:
    """1,401,455 rows in 65 s, 21,560 a second."""
    return f"{rows:,} rows in {seconds:.0f} s, {rows / max(seconds, 0.001):,.0f} a second"
