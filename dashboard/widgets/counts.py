"""How many events the filters leave in a span of days, for each span that the filters offer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dashboard import session
from dashboard.language import month_end
from queries import asking
from queries.selection import Selection


@dataclass(frozen=True)
class Counts:
    """How many events the filters leave, in whichever span. months: by each month's first day."""

    chosen: Selection
    months: Mapping[date, int]

    @classmethod
    def of(cls, chosen: Selection) -> "Counts":
        answer = session.ask("events_by_month", chosen)
        days = (asking.as_day(month) for month in answer["month"])
        return cls(chosen, dict(zip(days, map(int, answer["events"]), strict=True)))

    def between(self, first: date, last: date) -> int:
        """Added up from whole months; asked for only where a span cuts one."""
        if whole_months(first, last):
            return sum(n for month, n in self.months.items() if first <= month <= last)
        asked = replace(self.chosen, first_day=first, last_day=last)
        return int(session.ask("headline", asked)["events"].iloc[0])


def whole_months(first: date, last: date) -> bool:
    """Whether a span begins with a month, and ends with one or after the last event there is."""
    if first.day != 1 or month_end(last):
        return first.day == 1
    latest = session.ask("latest_event")["start_date"]
    return not len(latest) or asking.as_day(latest.iloc[0]) <= last
