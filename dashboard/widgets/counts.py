"""How many events the filters leave in a span of days, for each span that the filters offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.language import month_end
from dashboard.reading import Reading
from queries import asking
from queries.selection import Selection


@dataclass(frozen=True)
class Counts:
    """How many events the filters leave, in whichever span. months: by each month's first day."""

    reading: Reading
    months: Mapping[date, int]

    @property
    def chosen(self) -> Selection:
        return self.reading.chosen

    @classmethod
    def of(cls, reading: Reading) -> "Counts":
        answer = reading.ask("events_by_month")
        days = (asking.as_day(month) for month in answer["month"])
        return cls(reading, dict(zip(days, map(int, answer["events"]), strict=True)))

    def between(self, first: date, last: date) -> int:
        """Added up from whole months; asked for only where a span cuts one."""
        if whole_months(first, last, self.reading):
            return sum(n for month, n in self.months.items() if first <= month <= last)
        return int(self.reading.during(first, last).ask("headline")["events"].iloc[0])


def whole_months(first: date, last: date, reading: Reading) -> bool:
    """Whether a span begins with a month, and ends with one or after the last event there is."""
    if first.day != 1 or month_end(last):
        return first.day == 1
    latest = reading.ask("latest_event")["start_date"]
    return not len(latest) or asking.as_day(latest.iloc[0]) <= last
