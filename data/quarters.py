"""The quarters of both calendars, named in both languages, with what the record covers of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

BEFORE, AFTER = 8, 40  # quarters around the record, for comparisons and plans
LOCALES = {"en": "en", "fr": "fr_CA"}


@dataclass(frozen=True)
class Coverage:
    """How much of a calendar quarter the record holds, and why."""

    coverage: str = "none"
    note_en: str | None = None
    note_fr: str | None = None


@dataclass(frozen=True)
class Quarter:
    """A quarter of the year that starts in `month` of `year`; `number` runs from 1 to 4."""

    year: int
    number: int
    month: int = 1

    @classmethod
    def of(cls, day: date, month: int = 1) -> "Quarter":
        months = day.year * 12 + day.month - month
        return cls(months // 12, months % 12 // 3 + 1, month)

    @property
    def position(self) -> int:
        return self.year * 4 + self.number - 1

    def moved(self, quarters: int) -> "Quarter":
        year, number = divmod(self.position + quarters, 4)
        return Quarter(year, number + 1, self.month)

    @property
    def first_day(self) -> date:
        months = self.year * 12 + self.month - 1 + (self.number - 1) * 3
        return date(months // 12, months % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        return self.moved(1).first_day - timedelta(days=1)

    def years(self, digits: int) -> str:
        """2024, or 2024-25 (2 digits) or 2024-2025 (4) when the year spans two."""
        return str(self.year) if self.month == 1 else f"{self.year}-{str(self.year + 1)[-digits:]}"

    def months(self, language: str) -> str:
        """Oct–Dec 2024, Dec 2024–Feb 2025."""
        locale, first, last = LOCALES[language], self.first_day, self.last_day
        form = "MMM" if first.year == last.year else "MMM y"
        return f"{format_date(first, form, locale)}–{format_date(last, 'MMM y', locale)}"


def between(first: Quarter, last: Quarter) -> Iterator[Quarter]:
    for step in range(last.position - first.position + 1):
        yield first.moved(step)


def rows(
    first_day: date, last_day: date, fiscal_month: int, covered: dict[str, Coverage]
) -> Iterator[dict[str, object]]:
    """The rows of dim_quarter around a record that runs from `first_day` to `last_day`.

    `covered` goes by calendar quarter, such as 2024-Q4.
    """
    for calendar, month in (("calendar", 1), ("fiscal", fiscal_month)):
        first, last = Quarter.of(first_day, month), Quarter.of(last_day, month)
        for quarter in between(first.moved(-BEFORE), last.moved(AFTER)):
            yield described(calendar, quarter) | held(quarter, covered)


def described(calendar: str, quarter: Quarter) -> dict[str, object]:
    fiscal = calendar == "fiscal"
    year = f"FY{quarter.years(2)}" if fiscal else str(quarter.year)
    label = f"{year} Q{quarter.number}" if fiscal else f"Q{quarter.number} {year}"
    return {
        "calendar": calendar,
        "quarter_id": f"{year}-Q{quarter.number}",
        "year_id": year,
        "position": quarter.position,
        "first_day": quarter.first_day,
        "last_day": quarter.last_day,
        "label_en": label,
        "label_fr": f"T{quarter.number} {quarter.years(4)}",
        "months_en": quarter.months("en"),
        "months_fr": quarter.months("fr"),
    }


def held(quarter: Quarter, covered: dict[str, Coverage]) -> dict[str, object]:
    """Complete or none when every calendar quarter it touches is, else partial."""
    touched = between(Quarter.of(quarter.first_day), Quarter.of(quarter.last_day))
    names = [f"{part.year}-Q{part.number}" for part in touched]
    parts = [covered.get(name, Coverage()) for name in names]
    kinds = {part.coverage for part in parts}
    return {
        "coverage": kinds.pop() if len(kinds) == 1 else "partial",
        "note_en": joined(part.note_en for part in parts),
        "note_fr": joined(part.note_fr for part in parts),
        "listed": any(name in covered for name in names),
    }


def joined(notes: Iterator[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(note for note in notes if note)) or None
