"""Where a source comes from: its source.toml."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from data.findings import Finding

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

FRENCH_FIELDS = ("licence_fr", "period_fr", "completeness_fr")  # English where left out


class NoProvenance(Exception):
    """A source that does not say where it comes from."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0].reason_id)
        self.findings = findings


def read(folder: Path) -> dict[str, str]:
    """The fields of source.toml as text; several addresses are joined by ; Raises NoProvenance."""
    file = f"sources/{folder.name}/source.toml"
    try:
        given = tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NoProvenance([Finding(file, 1, "file_missing", source_id=folder.name)]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        broken = Finding(file, 1, "source_unreadable", value=str(error), source_id=folder.name)
        raise NoProvenance([broken]) from None
    if wrong := list(complaints(file, folder.name, given)):
        raise NoProvenance(wrong)
    french = {
        name: text(given.get(name) or given[name.removesuffix("_fr")]) for name in FRENCH_FIELDS
    }
    return {"source_id": folder.name} | {name: text(given[name]) for name in FIELDS} | french


def complaints(file: str, source_id: str, given: dict[str, Any]) -> Iterator[Finding]:
    for name in FIELDS:
        value = given.get(name)
        if value in (None, "", []):
            yield Finding(file, 1, "source_field_missing", name, value=name, source_id=source_id)
        elif not fits(name, value):
            yield Finding(
                file, 1, "source_field_wrong", name, other=str(value), source_id=source_id
            )


def fits(name: str, value: object) -> bool:
    if name == "retrieved":
        return type(value) is date
    if name == "url" and isinstance(value, list):
        return all(isinstance(address, str) for address in value)
    return isinstance(value, str)


def text(value: object) -> str:
    return ";".join(value) if isinstance(value, list) else str(value)
