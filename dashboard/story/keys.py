"""The keys of a story's file that mean nothing, such as a misspelt one, with their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.language import languages

FILE = {"screen"}
SCREEN = {
    *("name", "heading", "question", "measure", "selection", "most", "figures", "lists"),
    *("sentence", "row", "note", "notes", "always"),
}
FIGURE = {"measure", "question", "column", "where", "mark"}
LIST = {*FIGURE, "top"} - {"measure"}
SENTENCE, ROW = {"at_least", "at_most"}, {"figure"}
KINDS = {"always": bool, "most": int, "top": int}


@dataclass(frozen=True)
class Odd:
    """field: where it stands. key: what is written there. kind: what it should be, for a value."""

    field: str
    key: str
    kind: str = ""


def of_file(table: Mapping[str, Any]) -> tuple[Odd, ...]:
    return tuple(Odd("", key) for key in sorted(set(table) - FILE))


def of_screen(table: Mapping[str, Any]) -> tuple[Odd, ...]:
    """All that means nothing in one [[screen]]."""
    return (
        *unknown(table, "", SCREEN),
        *values(table, ""),
        *(found for field in ("heading", "note", "notes") for found in in_languages(table, field)),
        *within(table, "figures", FIGURE),
        *within(table, "lists", LIST),
        *repeated(table, "sentence", SENTENCE),
        *repeated(table, "row", ROW),
    )


def unknown(table: Mapping[str, Any], field: str, known: set[str]) -> Iterator[Odd]:
    for key in sorted(set(table) - known):
        yield Odd(field or key, key)


def values(table: Mapping[str, Any], field: str) -> Iterator[Odd]:
    """`always = "yes"`, `most = true`: what would be passed over."""
    for key in sorted(set(table) & set(KINDS)):
        if type(table[key]) is not KINDS[key]:
            place = f"{field}.{key}" if field else key
            yield Odd(place, str(table[key]), KINDS[key].__name__)


def in_languages(table: Mapping[str, Any], field: str) -> Iterator[Odd]:
    found = table.get(field)
    if isinstance(found, Mapping):
        yield from unknown(found, field, set(languages()))


def within(table: Mapping[str, Any], section: str, known: set[str]) -> Iterator[Odd]:
    """Figures or lists, each a table of its own."""
    found = table.get(section, {})
    if not isinstance(found, Mapping):
        yield Odd(section, str(found))
        return
    for name, given in found.items():
        if isinstance(given, Mapping):
            yield from unknown(given, f"{section}.{name}", known)
            yield from values(given, f"{section}.{name}")
        else:
            yield Odd(f"{section}.{name}", str(given))


def repeated(table: Mapping[str, Any], name: str, known: set[str]) -> Iterator[Odd]:
    """Sentences or rows, which hold texts beside their keys."""
    found = table.get(name, [])
    if not isinstance(found, list):
        yield Odd(name, str(found))
        return
    for n, given in enumerate(found, start=1):
        if isinstance(given, Mapping):
            yield from unknown(given, f"{name} {n}", known | set(languages()))
            for bound in SENTENCE & set(given):
                yield from bounds(given[bound], f"{name} {n}.{bound}")
        else:
            yield Odd(f"{name} {n}", str(given))


def bounds(given: Any, field: str) -> Iterator[Odd]:
    """A bound is a whole number for each figure."""
    if not isinstance(given, Mapping):
        yield Odd(field, str(given))
        return
    for name, value in given.items():
        if type(value) is not int:
            yield Odd(f"{field}.{name}", str(value), "int")
