"""Who reads: people inside the organisation, or the public, who see only what is public by now."""

import os
from datetime import date

from queries.today import today

AUDIENCES = ("internal", "public")


class WrongAudience(ValueError):
    """OUTREACH_AUDIENCE names no audience."""


def allowed() -> tuple[str, ...]:
    """The audiences that a link may name, the default first.

    OUTREACH_AUDIENCE=public leaves no other: a link cannot open what the server hides. A word that
    means nothing raises WrongAudience, rather than showing everything.
    """
    named = os.environ.get("OUTREACH_AUDIENCE") or AUDIENCES[0]
    if named not in AUDIENCES:
        raise WrongAudience(f"OUTREACH_AUDIENCE is “{named}”; there is {', '.join(AUDIENCES)}")
    return AUDIENCES[AUDIENCES.index(named) :]


def default() -> str:
    return allowed()[0]


def shown_on(audience: str, day: date | None = None) -> date:
    """The value of `$shown_on`: who reads sees the rows that are shown from that day or earlier.

    day: on which they read; today, unless told.
    """
    return date.max if audience == "internal" and "internal" in allowed() else day or today()
