"""The period before a period: the one that a change is counted against."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Comparison:
    """The days a period is compared with.

    until: the last day of the period that has passed, if it still runs; else None.
    """

    first_day: date
    last_day: date
    until: date | None = None


def before(first_day: date, last_day: date, today: date) -> Comparison:
    """The period of the same length just before; of the same number of days for one that runs.

    Whole months are compared with as many whole months, other periods with as many days. A period
    from the first of a month to today is a quarter or a year to date.
    """
    eve = first_day - timedelta(days=1)
    if first_day.day == 1 and last_day == today:
        start = months_back(first_day, to_date(first_day, today))
        return Comparison(start, min(start + (today - first_day), eve), until=today)
    if first_day.day == 1 and next_day(last_day).day == 1:
        start = months_back(first_day, months_between(first_day, next_day(last_day)))
    else:
        start = first_day - (next_day(last_day) - first_day)
    if not first_day <= today < last_day:
        return Comparison(start, eve)
    return Comparison(start, min(start + (today - first_day), eve), until=today)


def to_date(first_day: date, today: date) -> int:
    """How many months a period to date has when it is whole: a month, a quarter, or full years."""
    months = months_between(first_day, today) + 1
    if months == 1 and first_day.month % 3 != 1:
        return 1
    return 3 if months <= 3 else -(-months // 12) * 12


def next_day(day: date) -> date:
    return day + timedelta(days=1)


def months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def months_back(day: date, months: int) -> date:
    """The first day of a month, so many months earlier."""
    month = day.year * 12 + day.month - 1 - months
    return date(month // 12, month % 12 + 1, 1)
