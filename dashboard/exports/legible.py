"""Texts and archives as office programs and XML will have them."""

import io
import re
import zipfile
from datetime import date

# What XML 1.0 forbids: most control characters, halves of pairs, two codes that are no characters.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ADDRESS = re.compile(r"https?://\S+")
EARLIEST = 1980  # the first year that a zip archive can write


def legible(text: object) -> str:
    """A text without what XML cannot hold."""
    return FORBIDDEN.sub("", str(text)).replace("\r", "\n")


def brief(address: str, most: int = 30) -> str:
    """An address as it is shown where a link opens the whole of it."""
    bare = address.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return bare if len(bare) <= most else f"{bare[: most - 1]}…"


def stilled(archive: bytes, made_on: date) -> bytes:
    """The same zip archive with one date on all its files: the same content, the same bytes."""
    still = io.BytesIO()
    stamp = (max(EARLIEST, made_on.year), made_on.month, made_on.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(still, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return still.getvalue()
