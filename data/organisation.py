"""Whose outreach this is: organisation.toml. It decides the fiscal year, and who is no partner."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


class RecordError(Exception):
    """A record that nothing can be built from; the message is a sentence."""


@dataclass(frozen=True)
class Organisation:
    """`fiscal_year_start` is a month, 1 to 12; `aliases` are further names of its own."""

    name_en: str
    name_fr: str
    short_name: str
    url: str
    fiscal_year_start: int
    aliases: tuple[str, ...]

    def bears(self, name: str) -> bool:
        own = (self.name_en, self.name_fr, self.short_name, *self.aliases)
        return plain(name) in map(plain, own)


def read(path: Path) -> Organisation:
    """Raises RecordError when a field is missing or wrong."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
        given["aliases"] = tuple(given.get("aliases", ()))
        organisation = Organisation(**given)
    except FileNotFoundError:
        raise RecordError(f"{path} does not exist: it names the organisation.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        raise RecordError(f"{path} cannot be read: {error}.") from None
    if organisation.fiscal_year_start not in range(1, 13):
        raise RecordError(f"{path}: fiscal_year_start is not a month from 1 to 12.")
    return organisation


def plain(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())
