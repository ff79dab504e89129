"""Which day it is."""

import os
from datetime import date


def today() -> date:
    """Today, or OUTREACH_TODAY (an ISO date) to show a record as it stood on another day."""
    day = os.environ.get("OUTREACH_TODAY")
    return date.fromisoformat(day) if day else date.today()
