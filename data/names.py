"""Names as text: that of a file from another system may hold bytes that are none."""

import os
from pathlib import Path


def name_of(path: Path) -> str:
    return os.fsencode(path.name).decode(errors="replace")


def quoted(text: str) -> str:
    """As SQL writes it, where nothing can be bound."""
    return "'" + text.replace("'", "''") + "'"


def is_text(path: Path) -> bool:
    return str(path).encode(errors="replace") == os.fsencode(path)
