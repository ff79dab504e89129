"""The board pack that a snapshot keeps: each kind of file in each language, as bytes."""

from dataclasses import replace
from datetime import date

from dashboard import look as looks
from dashboard.exports.making import WRITERS
from dashboard.exports.told import told
from dashboard.language import NAMES, Language, languages
from dashboard.reading import Reading
from dashboard.story.freezing import repeating
from dashboard.story.plan import Story
from data.progress import Tell, silent
from data.snapshots import Snapshot


def packs(story: Story, reading: Reading, day: date, tell: Tell = silent) -> dict[str, bytes]:
    """The packs of a reading's selection, by the names of the files that keep them.

    tell: is told of each as it begins, in the reader's language.
    """
    found: dict[str, bytes] = {}
    for code in languages():
        own = replace(reading, look=looks.look("light", Language(code)))
        contents = None
        for kind, (write, _) in WRITERS.items():
            words = reading.look.text(
                "Keeping the pack: {language}, {ending}",
                language=NAMES.get(code, code),
                ending=kind.upper(),
            )
            tell(words)
            part = repeating(tell, words)
            contents = contents or told(own, day, part, story)
            found[file_of(code, kind)] = write(contents, part)
    return found


def kept(snapshot: Snapshot, code: str) -> dict[str, str]:
    """The files of a snapshot's pack by their endings; English where a language came later."""
    there = snapshot.names()
    for language in (code, "en"):
        found = {kind: file_of(language, kind) for kind in WRITERS}
        if set(found.values()) <= set(there):
            return found
    return {}


def kind(file: str) -> str | None:
    """The media type of a file that is a kept pack; None for any other."""
    for code in languages():
        for ending, (_, media) in WRITERS.items():
            if file == file_of(code, ending):
                return media
    return None


def file_of(code: str, ending: str) -> str:
    return f"pack-{code}.{ending}"
