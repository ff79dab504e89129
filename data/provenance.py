"""Where a source comes from: its source.toml."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from data.findings import Finding
from data.names import name_of

FIELDS = (
    "title",
    "publisher",
    "url",
    "licence",
    "period",
    "retrieved",
    "kind",
    "language",
    "completeness",
)

FILE = "source.toml"
FRENCH_FIELDS = ("licence_fr", "period_fr", "completeness_fr")  # English where left out


class NoProvenance(Exception):
    """A source that does not say where it comes from."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0].reason_id)
        self.findings = findings


def read(folder: Path) -> dict[str, str]:
    """The fields of source.toml as text; several addresses are joined by ; Raises NoProvenance."""
    given = load(folder)
    if wrong := list(complaints(folder, given)):
        raise NoProvenance(wrong)
    stated = {name: value for name, value in given.items() if not blank(value)}
    english = {name: given[name.removesuffix("_fr")] for name in FRENCH_FIELDS}
    known = english | stated
    return {"source_id": name_of(folder)} | {
        name: text(known[name]) for name in (*FIELDS, *FRENCH_FIELDS)
    }


def load(folder: Path) -> dict[str, Any]:
    try:
        return tomllib.loads((folder / FILE).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise NoProvenance([told(folder, "file_missing")]) from None
    except OSError as error:
        raise NoProvenance([told(folder, "file_closed", value=error.strerror)]) from None
    except (ValueError, RecursionError) as error:  # neither TOML nor UTF-8
        raise NoProvenance([told(folder, "source_unreadable", value=str(error))]) from None


def told(folder: Path, reason_id: str, column: str | None = None, **details: str | None) -> Finding:
    source_id = name_of(folder)
    file = f"sources/{source_id}/{FILE}"
    return Finding(file, 1, reason_id, column, source_id=source_id, **details)


def complaints(folder: Path, given: dict[str, Any]) -> Iterator[Finding]:
    for name in FIELDS:
        if blank(given.get(name)):
            yield told(folder, "source_field_missing", name, value=name)
    for name in (*FIELDS, *FRENCH_FIELDS):
        value = given.get(name)
        if not blank(value) and not fits(name, value):
            yield told(folder, "source_field_wrong", name, other=str(value))


def blank(value: object) -> bool:
    """Spaces say nothing either."""
    if isinstance(value, list):
        return all(map(blank, value))
    return value is None or (isinstance(value, str) and not value.strip())


def fits(name: str, value: object) -> bool:
    if name == "retrieved":
        return type(value) is date
    if name == "url" and isinstance(value, list):
        return all(isinstance(address, str) for address in value)
    return isinstance(value, str)


def text(value: object) -> str:
    if isinstance(value, list):
        return ";".join(address.strip() for address in value if address.strip())
    return str(value).strip()
