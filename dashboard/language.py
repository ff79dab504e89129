"""One reader's language: phrases through gettext; dates, numbers, lists and sorting as it has them.

English stands in the code; each other language is one catalogue in locales/.
"""

import io
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LOCALES = Path(__file__).parent / "locales"
REGIONAL = {"en": "en_GB", "fr": "fr_CA"}
WRITTEN = 4096  # numbers and dates kept, which a page says over and over
NAMES = {"en": "English", "fr": "Français"}


@cache
def languages() -> list[str]:
    """The languages on offer: English, and each catalogue in locales/."""
    return ["en", *sorted(file.stem for file in LOCALES.glob("*.po"))]


@dataclass(frozen=True)
class Language:
    """How one language says things. `code` is 'en' or the name of a catalogue."""

    code: str = "en"

    @property
    def locale(self) -> str:
        return REGIONAL.get(self.code, self.code)

    def template(self, english: str) -> str:
        """A phrase, with `{name}` where something is to be filled in."""
        return catalogue(self.code).gettext(english)

    def text(self, english: str, **values: object) -> str:
        """A phrase, with `{name}` filled in."""
        return catalogue(self.code).gettext(english).format(**values)

    def plural(self, one: str, many: str, n: int, /, written: str = "", **values: object) -> str:
        """A phrase that depends on a number; `{n}` is `written`, or the number written out."""
        phrase = catalogue(self.code).ngettext(one, many, n)
        return phrase.format(n=written or self.number(n), **values)

    def form(self, n: int) -> int:
        """Which of a noun's forms goes with a number: 0 for the singular, 1 for the plural."""
        rule: Callable[[int], int] | None = getattr(catalogue(self.code), "plural", None)
        return int(n != 1) if rule is None else rule(n)

    def number(self, value: float) -> str:
        return decimal(value, self.locale)

    def signed(self, value: int) -> str:
        """A difference with its sign: "+2", "−1", "0"."""
        sign = "+" if value > 0 else "−" if value < 0 else ""
        return f"{sign}{self.number(abs(value))}"

    def list(self, items: Iterable[str]) -> str:
        return str(format_list(list(items), locale=self.locale))

    def day(self, value: date) -> str:
        """14 October 2024."""
        return self.first_of_month(value, dated(value, "d MMMM y", self.locale))

    def day_of_year(self, value: date) -> str:
        """23 November."""
        return self.first_of_month(value, dated(value, "d MMMM", self.locale))

    def month(self, value: date) -> str:
        """October 2024."""
        return dated(value, "MMMM y", self.locale)

    def days(self, first: date, last: date) -> str:
        """3–4 December 2024; 30 November – 4 December 2024; 28 December 2024 – 2 January 2025."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{self.first_of_month(first, str(first.day))}–{self.day(last)}"
        start = self.day_of_year(first) if first.year == last.year else self.day(first)
        return f"{start} – {self.day(last)}"

    def months(self, first: date, last: date) -> str:
        """September–November 2023; December 2024 – February 2025; October 2024."""
        if (first.year, first.month) == (last.year, last.month):
            return self.month(first)
        if first.year == last.year:
            return f"{dated(first, 'MMMM', self.locale)}–{self.month(last)}"
        return f"{self.month(first)} – {self.month(last)}"

    def period(self, first: date, last: date) -> str:
        """A span of days, in months where it is made of whole ones."""
        whole = first.day == 1 and month_end(last)
        return self.months(first, last) if whole else self.days(first, last)

    def when(self, first: date, last: date, precision: str) -> str:
        """An event's date at the precision at which it is known."""
        if precision == "day":
            return self.days(first, last)
        if precision == "month":
            return self.month(first)
        return self.text("{window} (approximate)", window=self.months(first, last))

    def first_of_month(self, value: date, written: str) -> str:
        """French writes the first of a month "1er"."""
        if self.code == "fr" and value.day == 1:
            return written.replace("1", "1er", 1)
        return written

    def country(self, code: str) -> str:
        """A country by its two letters, as the language calls it."""
        return str(Locale.parse(self.locale).territories.get(code, code))

    def sorting(self, label: str) -> tuple[str, str]:
        """A key that sorts labels as a reader expects: accents and case count last."""
        return sorting(label)


def month_end(value: date) -> bool:
    return date.fromordinal(value.toordinal() + 1).day == 1


@lru_cache(WRITTEN)
def sorting(label: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKD", label)
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    whole = bare.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return whole.lstrip("«“\"' "), label


@lru_cache(WRITTEN)
def decimal(value: float, locale: str) -> str:
    if isinstance(value, int) and 0 <= value < 1000:
        return str(value)  # alike in every language here, and most of what a page says
    return str(format_decimal(value, locale=locale)).replace("\u202f", "\u00a0")


@lru_cache(WRITTEN)
def dated(value: date, pattern: str, locale: str) -> str:
    return str(format_date(value, pattern, locale=locale))


@cache
def catalogue(code: str) -> NullTranslations:
    """The phrases of one language, compiled in memory from its .po file."""
    file = LOCALES / f"{code}.po"
    if not file.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)
