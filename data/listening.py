"""A command that listens for Ctrl-C while its work is done beside.

Python hears Ctrl-C in whatever the first thread does at that moment: what is loading, Arrow and
DuckDB make errors of their own of it, or nothing. So the first thread does nothing but listen.
"""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from threading import Event
from types import FrameType
from typing import TypeVar

from data.progress import Tell, silent

STOPPED = 130  # the exit status, as shells say of Ctrl-C
OFTEN = 0.05  # seconds; a query that begins after it was told to end does not know

Made = TypeVar("Made")


class Stop:
    """Hands each step of a work on or, once Ctrl-C was pressed, ends it."""

    def __init__(self, tell: Tell = silent, still: Callable[[], None] = lambda: None) -> None:
        """still: is called often, from the first thread, while a step goes on."""
        self.tell, self.still = tell, still
        self.asked = Event()
        self.ends: list[Callable[[], None]] = []

    def __call__(self, step: str) -> None:
        """Raises KeyboardInterrupt."""
        if self.asked.is_set():
            raise KeyboardInterrupt
        self.tell(step)

    def pressed(self, signal_number: int, frame: FrameType | None) -> None:
        """The handler of the signal."""
        self.asked.set()

    @contextmanager
    def ending(self, end: Callable[[], None]) -> Iterator[None]:
        """end: is called again and again, until what goes on inside has ended."""
        self.ends.append(end)
        try:
            yield
        finally:
            self.ends.remove(end)


def done(work: Callable[[], Made], stop: Stop) -> Made:
    """What some work gives, done in a thread of its own. Raises what it raises."""
    before = signal.signal(signal.SIGINT, stop.pressed)
    try:
        with ThreadPoolExecutor(max_workers=1) as pool:
            working = pool.submit(work)
            while not wait([working], timeout=OFTEN).done:
                stop.still()
                if stop.asked.is_set():
                    for end in list(stop.ends):
                        end()
            return working.result()
    finally:
        signal.signal(signal.SIGINT, before)
