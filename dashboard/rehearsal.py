"""What pages and the first rows opened will ask, asked beforehand, while nobody reads."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Condition

from dashboard import kept
from dashboard import look as looks
from dashboard.reading import Reading
from dashboard.story.audience import public
from dashboard.story.plan import StoryError, load
from dashboard.story.telling import report
from dashboard.widgets import listing
from data.warehouse import WarehouseError
from queries import asking, memory
from queries.audience import WrongAudience, allowed
from queries.engines import UnknownEngine
from queries.today import WrongDay

LOG = logging.getLogger(__name__)
QUIET = 1.0  # seconds after an answer in which its reader may ask again
PATIENCE = 30.0  # seconds for which a step waits at most: with many readers, it is never quiet


class Readers:
    """How many are being answered, and when the last one was."""

    def __init__(self) -> None:
        self.changed, self.answered, self.last = Condition(), 0, -QUIET

    @contextmanager
    def one(self) -> Iterator[None]:
        with self.changed:
            self.answered += 1
        try:
            yield
        finally:
            with self.changed:
                self.answered -= 1
                self.last = time.monotonic()
                self.changed.notify_all()

    def leave_room(self) -> None:
        """Wait until nobody reads."""
        end = time.monotonic() + PATIENCE
        with self.changed:
            while (left := self.busy_for()) > 0 and time.monotonic() < end:
                self.changed.wait(min(left, PATIENCE))

    def busy_for(self) -> float:
        """Seconds until nobody reads, if nobody asks meanwhile."""
        return QUIET if self.answered else self.last + QUIET - time.monotonic()


READERS = Readers()


def rehearse() -> None:
    """Ask it all, and say in the log what is wrong with the story.

    Beside the server, which answers meanwhile: to read a large record takes minutes.
    """
    try:
        url, look = asking.engine_url(), looks.look()
        for audience in allowed():
            whole = kept.load(url, audience)
            read = Reading(kept.answers(url), whole, look)
            READERS.leave_room()
            read.ask("reconciliation", replace(whole, unconfirmed=True))
            for name in set(memory.names()) - set(kept.LISTS):
                READERS.leave_room()
                read.ask(name)
            READERS.leave_room()
            listing.events(read, listing.AT_FIRST)
        READERS.leave_room()
        for line in report(load(), public(read)):
            LOG.warning(line)
        kept.give_back(url)
    except (StoryError, WarehouseError, UnknownEngine, WrongDay, WrongAudience) as problem:
        LOG.warning("story not checked: %s", problem)
