"""How many events the filters leave in a span of days, for each span that the filters offer."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from dashboard.language import month_end
from dashboard.reading import Reading
from dashboard.rows import first_row
from queries import asking
from queries.selection import Selection


@dataclass(frozen=True)
class Counts:
    """How many events the filters leave, in whichever span.

    months: the first days of those with events. before: the events before each and, last, of all.
    """

    reading: Reading
    months: list[date]
    before: list[int]

    @property
    def chosen(self) -> Selection:
        return self.reading.chosen

    @classmethod
    def of(cls, reading: Reading) -> "Counts":
        answer = reading.columns("events_by_month")
        months = [asking.as_day(month) for month in answer["month"].tolist()]
        return cls(reading, months, list(accumulate(answer["events"].tolist(), initial=0)))

    def between(self, first: date, last: date) -> int:
        """Added up from whole months; asked for only where a span cuts one."""
        if whole_months(first, last, self.reading):
            low, high = bisect_left(self.months, first), bisect_right(self.months, last)
            return max(0, self.before[high] - self.before[low])
        return int(first_row(self.reading.during(first, last).columns("headline")).events)


def whole_months(first: date, last: date, reading: Reading) -> bool:
    """Whether a span begins with a month, and ends with one or after the last event there is."""
    if first.day != 1 or month_end(last):
        return first.day == 1
    latest = reading.ask("latest_event")["start_date"]
    return not len(latest) or asking.as_day(latest.iloc[0]) <= last
