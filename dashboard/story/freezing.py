"""A board frozen: what its screens showed, in every language and mode, kept with the record.

The browser shows a frozen board from these files, so it opens unchanged whatever is built later,
and whatever becomes of the program's tables.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from dashboard import look as looks
from dashboard.language import NAMES, Language, languages
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.story import telling
from dashboard.story.audience import public
from dashboard.story.plan import Story
from dashboard.story.sent import described
from dashboard.story.tables import LISTED
from data import snapshots
from data.progress import Tell, silent
from data.snapshots import Snapshot

MODES = ("light", "dark")
Packs = Callable[[Story, Reading, date], Mapping[str, bytes]]


def none(_story: Story, _reading: Reading, _day: date) -> Mapping[str, bytes]:
    """Nothing more to keep."""
    return {}


def freeze(
    name: str,
    day: date,
    story: Story,
    reading: Reading,
    more: Packs = none,
    tell: Tell = silent,
) -> Snapshot:
    """Keep the newest warehouse, the story and all that it shows of a reading's selection.

    more: makes further files to keep, by name, for the story, the reading and the day. tell: is
    told of each board as it begins, in the reader's language.
    Raises SnapshotError for a name that is taken or malformed, OSError when nothing can be written.
    """
    snapshots.check_name(name)
    snapshots.check_free(name)
    told = public(reading)
    text = story.file.read_text("utf-8")
    files = {**boards(story, told, tell), **more(story, told, day)}
    tell(reading.look.text("Keeping the record"))
    link = {**told.chosen.link(), "audience": told.chosen.audience}  # also where it is the default
    return snapshots.freeze(name, day, link, text, files)


def boards(story: Story, reading: Reading, tell: Tell = silent) -> dict[str, bytes]:
    """The board's screens by the name of the file that keeps them."""
    found = {}
    for code, mode in product(languages(), MODES):
        file = file_of(code, mode)
        words = step(code, mode, reading.look)
        tell(words)
        found[file] = board(story, reading, code, mode, repeating(tell, words))
    return found


def step(code: str, mode: str, look: Look) -> str:
    """What is said while the board is kept in a language and a mode."""
    language = NAMES.get(code, code)
    if mode == "dark":
        return look.text("Keeping the board: {language}, dark", language=language)
    return look.text("Keeping the board: {language}, light", language=language)


def repeating(tell: Tell, words: str) -> Tell:
    """The same step told again with each part of it, in whichever language that is."""
    return lambda _part: tell(words)


def board(story: Story, reading: Reading, code: str, mode: str, tell: Tell = silent) -> bytes:
    """All screens as JSON; the same screens give the same bytes. tell: is told of each."""
    seen = replace(reading, look=looks.look(mode, Language(code)))
    screens, skipped = telling.tell(story, seen, tell, LISTED)
    kept = {
        "screens": [described(screen) for screen in screens],
        "skipped": [vars(screen) for screen in skipped],
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, default=plain).encode()


def plain(value: Any) -> Any:
    """A number of numpy's as one of Python's."""
    return value.item()


def thawed(snapshot: Snapshot, code: str, mode: str) -> dict[str, Any]:
    """The screens and what was skipped, as they were frozen; English where a language came later.

    Raises SnapshotError for a snapshot that kept no board.
    """
    content = snapshot.figure(file_of(code, mode)) or snapshot.figure(file_of("en", mode))
    if content is None:
        raise snapshots.SnapshotError("no_board", name=snapshot.name)
    kept: dict[str, Any] = json.loads(content)
    return kept


def file_of(code: str, mode: str) -> str:
    return f"board-{code}-{mode}.json"
