"""A pack while it is made: each step is told as it begins, and between two it can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from dashboard.exports.contents import Contents
from dashboard.exports.told import told
from dashboard.exports.writing import OFFICE, later
from dashboard.reading import Reading
from data.progress import Tell

WRITERS: dict[str, tuple[Callable[..., bytes], str]] = {
    "pptx": (later("dashboard.exports.slides.deck:pptx"), f"{OFFICE}.presentationml.presentation"),
    "pdf": (later("dashboard.exports.report.setting:pdf"), "application/pdf"),
    "xlsx": (later("dashboard.exports.workbook:xlsx"), f"{OFFICE}.spreadsheetml.sheet"),
}


class Stopped(Exception):
    """Whoever asked for a pack wants it no more."""


@dataclass
class Stoppable:
    """Hands a step on, or ends the work. step: the last one told, in the reader's language."""

    step: str = ""
    asked: Event = field(default_factory=Event)

    def __call__(self, step: str) -> None:
        """Raises Stopped."""
        if self.asked.is_set():
            raise Stopped
        self.step = step


def made(reading: Reading, ending: str, tell: Tell) -> bytes:
    """The pack of what a reader selected, as one kind of file. Raises StoryError."""
    contents: Contents = told(reading, tell=tell)
    write, _ = WRITERS[ending]
    return write(contents, tell)
