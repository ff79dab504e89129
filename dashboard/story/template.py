"""The templates of a story's sentences: text with blanks, and never a line of code.

`{events}` is a figure's number, or a list. `{events|# event|# events}` chooses by the number, as
the language's plural does, with # for the number itself. `{new|0=nobody|# of them|# of them}` has a
form for exactly 0 first. Nothing else means anything.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.look import Look

BLANK = re.compile(r"\{([a-z_]+)((?:\|[^{}|]*)*)\}")
EXACT = re.compile(r"([0-9]+)=(.*)", re.DOTALL)
FORMS = 2  # singular and plural: what English and French have


@dataclass(frozen=True)
class Value:
    """What fills a blank: a number and the mark of its rows, or a text and how many it lists."""

    n: int
    mark: str = ""
    text: str = ""


def filled(template: str, values: Mapping[str, Value], look: Look) -> str:
    """The sentence, its figures marked. Raises KeyError for a blank without a value."""
    return BLANK.sub(lambda found: blank(found, values, look), template)


def blank(found: "re.Match[str]", values: Mapping[str, Value], look: Look) -> str:
    value, forms = values[found[1]], choices(found[2])
    written = value.text or look.figure(value.n, value.mark)
    return chosen(forms, value.n, look).replace("#", written) if forms else written


def choices(written: str) -> list[str]:
    """The forms of a blank: "|# event|# events" holds two."""
    return written.split("|")[1:]


def chosen(forms: list[str], n: int, look: Look) -> str:
    """The form for exactly that number, or that of the language's plural."""
    exact = {int(found[1]): found[2] for form in forms if (found := EXACT.match(form))}
    usual = [form for form in forms if not EXACT.match(form)]
    return exact[n] if n in exact else usual[min(look.language.form(n), len(usual) - 1)]


def names(template: str) -> set[str]:
    """The figures that a template names."""
    return {found[1] for found in BLANK.finditer(template)}


def faults(template: str) -> Iterator[str]:
    """The parts of a template that mean nothing: a lone brace, a blank with one form only."""
    for found in BLANK.finditer(template):
        usual = [form for form in choices(found[2]) if not EXACT.match(form)]
        if found[2] and len(usual) != FORMS:
            yield found[0]
    rest = BLANK.sub("", template)
    if lone := re.search(r"[{}].{0,40}", rest):
        yield lone[0]
