"""What `python -m dashboard.exports.pack` does: see pack.py."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

from dashboard import look as looks
from dashboard import reading as readings
from dashboard.exports.making import WRITERS, made
from dashboard.language import Language, languages
from dashboard.story.audience import refused
from dashboard.story.plan import StoryError
from data.listening import Stop
from data.progress import Tell, silent
from data.warehouse import WarehouseError
from queries import asking
from queries import options as options_of
from queries.audience import AUDIENCES, WrongAudience
from queries.engines import UnknownEngine
from queries.today import WrongDay

LINE = "\r\x1b[K"  # back to the beginning of an empty line


def main(words: Sequence[str] | None, stop: Stop) -> int:
    """Exit status: 0 written, 1 no usable warehouse or folder, 2 a word that means nothing.

    Raises KeyboardInterrupt when it is stopped.
    """
    options = parser().parse_args(words)
    file = Path(options.file)
    if why := unusable(file, options):
        return refuse(why, 2)
    try:
        return written(file, options, stop)
    except StoryError as failure:
        return refuse(failure.said(Language(options.lang)), 1)
    except (WarehouseError, UnknownEngine, WrongDay, WrongAudience) as failure:
        return refuse(str(failure), 1)
    except OSError as failure:
        return refuse(f"{file} cannot be written: {failure.strerror or failure}.", 1)


def unusable(file: Path, options: argparse.Namespace) -> str:
    """What is asked for that no pack can be; empty for nothing."""
    if ending(file) not in WRITERS:
        known = ", ".join(f".{kind}" for kind in WRITERS)
        return f"“{file.name}” cannot be written: a pack ends in one of {known}."
    if options.lang not in languages():
        return f"--lang: “{options.lang}” cannot be used. Known: {', '.join(languages())}."
    return refused(options.audience)


def written(file: Path, options: argparse.Namespace, stop: Stop) -> int:
    """Write the pack of a selection."""
    engine = asking.connect()
    chosen, problems = asking.read(engine, publicly(options_of.link(options)))
    if problems:
        return refuse("\n".join(map(options_of.sentence, problems)), 2)
    look = looks.look("light", Language(options.lang))
    with watched(sys.stderr) as stop.tell:
        content = made(readings.reading(engine, chosen, look), ending(file), stop)
        stop(file.name)
    put(file, content)
    return 0


def ending(file: Path) -> str:
    return file.suffix.lower().removeprefix(".")


@contextmanager
def watched(out: TextIO) -> Iterator[Tell]:
    """Says on a terminal which step the pack has reached, on one line that is gone in the end."""
    if not out.isatty():
        yield silent
        return
    try:
        wide = get_terminal_size().columns - 2
        yield lambda step: print(f"{LINE}{step[:wide]}…", end="", file=out, flush=True)
    finally:
        print(LINE, end="", file=out, flush=True)


def publicly(link: dict[str, str]) -> dict[str, str]:
    """A link's parameters as the public reads them: nothing hidden may even be named."""
    return {**link, "audience": "public"} if link["audience"] in ("", *AUDIENCES) else link


def put(file: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises OSError."""
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(beside, 0o666 & ~umask)
        os.replace(beside, file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def refuse(message: str, status: int) -> int:
    print(message, file=sys.stderr)
    return status


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard.exports.pack",
        description="writes the board pack; several ids are separated by commas",
    )
    parser.add_argument("file", help="where to; .pptx, .pdf or .xlsx says what it becomes")
    parser.add_argument("--lang", default="en", help="the language of the pack")
    options_of.add(parser)
    return parser
