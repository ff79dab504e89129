"""What a text file is before it is read: its encoding, its separator, its header."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.names import is_text

ENDINGS = (".csv", ".tsv", ".txt")
NAMES = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}
RESERVED = ("rowid", "file_line")  # staging numbers lines by these
HEAD = 1_000_000  # bytes: a header is shorter
BLOCK = 1 << 20
BROKEN_KEPT = "surrogateescape"  # each byte that is no UTF-8 as a sign of its own
BROKEN, BEYOND_ASCII = re.compile("[\udc80-\udcff]"), re.compile("[^\x00-\x7f]")

# A summary may be longer than the 131,072 characters that csv takes at first.
csv.field_size_limit(2**31 - 1)


class Unreadable(Exception):
    """A file that cannot be read at all: a reason_id and its {value}."""

    def __init__(self, reason_id: str, value: str | None = None) -> None:
        super().__init__(reason_id)
        self.reason_id, self.value = reason_id, value


@dataclass(frozen=True)
class Head:
    """What the first line of a file says: the separator and the names of the columns."""

    path: Path
    delimiter: str
    header: tuple[str, ...]


@dataclass(frozen=True)
class TextFile(Head):
    """A file with a header. `encoding` is a Python codec, `lines` counts physical lines.

    `plain`: UTF-8 in name and text, with its header on line 1 and all lines ending alike, so DuckDB
    can read it without help.
    """

    encoding: str
    lines: int
    plain: bool

    @property
    def encoding_name(self) -> str:
        return NAMES.get(self.encoding, self.encoding)


def head(path: Path) -> Head | None:
    """The head of a file that may be plain, by its first bytes alone; None where it cannot be."""
    try:
        with path.open("rb") as file:
            first = file.read(HEAD)
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(first)
    except (OSError, UnicodeDecodeError):
        return None
    delimiter, header, line = widest(text)
    plain = any(header) and line == 1 and is_text(path) and candidates(first)[0] == "utf-8-sig"
    return Head(path, delimiter, unique(header)) if plain else None


def look(path: Path) -> TextFile:
    """Decide how to read `path`. Raises Unreadable."""
    try:
        return described(path)
    except FileNotFoundError:
        raise Unreadable("file_missing") from None
    except OSError as error:
        raise Unreadable("file_closed", error.strerror) from None


def described(path: Path) -> TextFile:
    encoding = encoding_of(path)
    delimiter, header, line = header_of(path, encoding)
    if not any(header):
        raise Unreadable("file_empty")
    lines, alike = line_ends(path)
    whole = encoding == "utf-8-sig" and decodes(path, encoding)
    plain = whole and alike and line == 1 and is_text(path)
    return TextFile(path, delimiter, unique(header), encoding, lines, plain)


def encoding_of(path: Path) -> str:
    """The first encoding that fits the whole file, or UTF-8 where most of what is beyond ASCII is.

    Raises Unreadable.
    """
    with path.open("rb") as file:
        head = file.read(BLOCK)
    if not head:
        raise Unreadable("file_empty")
    for encoding in candidates(head):
        if decodes(path, encoding) or (encoding == "utf-8-sig" and mostly_utf8(path)):
            return encoding
    raise Unreadable("file_unreadable")


def candidates(head: bytes) -> tuple[str, ...]:
    """Encodings to try. A zero byte in every other place is UTF-16 without its mark."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    if head[1::2].count(0) > len(head) / 4:
        return ("utf-16-le",)
    if head[::2].count(0) > len(head) / 4:
        return ("utf-16-be",)
    return ("utf-8-sig",) if b"\0" in head else ("utf-8-sig", "cp1252")


def decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for block in blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def mostly_utf8(path: Path) -> bool:
    """Whether a file has more letters of UTF-8 beyond ASCII than bytes that are none."""
    decoder = codecs.getincrementaldecoder("utf-8")(BROKEN_KEPT)
    letters = broken = 0
    for block in blocks(path):
        text = decoder.decode(block)
        wrong = len(BROKEN.findall(text))
        letters, broken = letters + len(BEYOND_ASCII.findall(text)) - wrong, broken + wrong
    return letters > broken


def readable(text: str) -> str:
    """A text whose broken bytes are shown as such."""
    return text.encode("utf-8", BROKEN_KEPT).decode("utf-8", "replace")


def header_of(path: Path, encoding: str) -> tuple[str, list[str], int]:
    with path.open(encoding=encoding, errors=BROKEN_KEPT, newline="") as file:
        return widest(readable(file.read(HEAD)))


def widest(head: str) -> tuple[str, list[str], int]:
    """The separator that splits the first filled line into most names, the names, their line."""
    return max((first_row(head, delimiter) for delimiter in ",;\t"), key=lambda row: len(row[1]))


def first_row(head: str, delimiter: str) -> tuple[str, list[str], int]:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    for names in reader:
        if any(name.strip() for name in names):
            return delimiter, [name.strip().lower() for name in names], reader.line_num
    return delimiter, [], 0


def unique(header: list[str]) -> tuple[str, ...]:
    """Names without gaps and repeats: the second `title` becomes `title_2`."""
    names: list[str] = []
    for position, given in enumerate(header, start=1):
        names.append(free(given or f"column_{position}", position, names))
    return tuple(names)


def free(name: str, position: int, taken: list[str]) -> str:
    while name in taken or name in RESERVED:
        name = f"{name}_{position}"
    return name


def line_ends(path: Path) -> tuple[int, bool]:
    """How many physical lines there are, and whether all end alike."""
    newlines = returns = pairs = 0
    last = b""
    for block in blocks(path):
        newlines += block.count(b"\n")
        if b"\r" in block or last == b"\r":
            returns += block.count(b"\r")
            pairs += (last + block).count(b"\r\n")
        last = block[-1:]
    return newlines + (last != b"\n"), returns == pairs and pairs in (0, newlines)


def blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block
