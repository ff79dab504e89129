"""Whose outreach this is: organisation.toml. It decides the fiscal year, and who is no partner."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


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


def is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def is_month(value: object) -> bool:
    return type(value) is int and value in range(1, 13)


def are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(is_text, value))


# What each field takes, and how that is called.
FIELDS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "name_en": (is_text, "a text"),
    "name_fr": (is_text, "a text"),
    "short_name": (is_text, "a text"),
    "url": (is_text, "a text"),
    "fiscal_year_start": (is_month, "a month from 1 to 12"),
    "aliases": (are_texts, "a list of names"),
}


def read(path: Path) -> Organisation:
    """Raises RecordError when a field is missing or wrong."""
    given = {"aliases": []} | load(path)
    if wrong := "; ".join(complaints(given)):
        raise RecordError(f"{path}: {wrong}.")
    return Organisation(**given | {"aliases": tuple(given["aliases"])})


def load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise RecordError(f"{path} does not exist: it names the organisation.") from None
    except OSError as error:
        raise RecordError(f"{path} cannot be opened: {error.strerror}.") from None
    except (ValueError, RecursionError) as error:  # neither TOML nor UTF-8
        raise RecordError(f"{path} cannot be read: {error}.") from None


def complaints(given: Mapping[str, object]) -> Iterator[str]:
    for name, (fits, wanted) in FIELDS.items():
        if name not in given:
            yield f"{name} is missing"
        elif not fits(given[name]):
            yield f"{name} is “{given[name]}”, not {wanted}"
    for name in sorted(given.keys() - FIELDS.keys()):
        yield f"{name} is “{given[name]}”, but no such field is known"


def plain(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())
