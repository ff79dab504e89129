"""Which day it is."""

import os
from datetime import date


class WrongDay(ValueError):
    """OUTREACH_TODAY is not a day."""


def today() -> date:
    """Today, or OUTREACH_TODAY (an ISO date) to show a record as it stood on another day."""
    day = os.environ.get("OUTREACH_TODAY")
    if not day:
        return date.today()
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise WrongDay(
            f"OUTREACH_TODAY is “{day}”, which is not a day such as 2026-11-23"
        ) from None
