"""What is checked once a warehouse is built: the commands of afterwards.toml."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from data.progress import Tell, silent
from data.telling import on_one_line

FILE = Path(__file__).with_name("afterwards.toml")
BROKEN = ("Traceback (most", "Error while finding module", "No module named")


def complaints(file: Path = FILE, tell: Tell = silent) -> Iterator[str]:
    """One line for all that each command complains of; nothing where all is well.

    tell: is told of each command as it begins.
    """
    for words in tomllib.loads(file.read_text("utf-8"))["commands"]:
        tell(words)
        done = subprocess.run(
            [sys.executable, "-m", *words.split()],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            yield from (f"warning: {on_one_line(line)}" for line in told(words, done.stderr))


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
