"""Names of files as text: one from another system may hold bytes that are none."""

import os
from pathlib import Path


def name_of(path: Path) -> str:
    return os.fsencode(path.name).decode(errors="replace")


def is_text(path: Path) -> bool:
    return str(path).encode(errors="replace") == os.fsencode(path)
