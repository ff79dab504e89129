"""What is checked once a warehouse is built: the commands of afterwards.toml."""

import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from data.progress import Tell, silent
from data.telling import on_one_line

FILE = Path(__file__).with_name("afterwards.toml")
PATIENCE = 10  # seconds that a command is given to end by itself
BROKEN = ("Traceback (most", "Error while finding module", "No module named")


def complaints(file: Path = FILE, tell: Tell = silent) -> Iterator[str]:
    """One line for all that each command complains of; nothing where all is well.

    tell: is told of each command as it begins.
    """
    for words in tomllib.loads(file.read_text("utf-8"))["commands"]:
        tell(words)
        code, printed = ran([sys.executable, "-m", *words.split()])
        if code:
            yield from (f"warning: {on_one_line(line)}" for line in told(words, printed))


def ran(words: list[str]) -> tuple[int, str]:
    """How a command ended, and what it complained of. Ctrl-C stops it, in its own way, and us.

    In a session of its own, so that it hears of Ctrl-C once: from us.
    """
    process = subprocess.Popen(
        words,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    try:
        _, printed = process.communicate()
    except KeyboardInterrupt:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=PATIENCE)
        process.kill()
        raise
    return process.returncode, printed


def later(rows: int) -> list[str]:
    """The commands that are left to others where a record has so many rows: each reads them all."""
    given = tomllib.loads(FILE.read_text("utf-8"))
    return list(given["commands"]) if rows > given["most_rows"] else []


def told(words: str, printed: str) -> list[str]:
    """What a command printed; of one that broke down, only that it did and by what."""
    lines = printed.strip().splitlines() or ["it says nothing"]
    if any(sign in printed for sign in BROKEN):
        return [f"python -m {words} cannot be run: {lines[-1]}"]
    return lines
