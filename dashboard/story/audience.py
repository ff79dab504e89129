"""Who looks at a shared screen: the public, whoever shares it. The one place that says so."""

from dataclasses import replace

from dashboard import wording
from dashboard.reading import Reading
from queries.selection import DIMENSIONS


def refused(audience: str | None) -> str:
    """Why a command cannot show a board to that audience, if it cannot; empty if it can."""
    if audience in (None, "", "public"):
        return ""
    return (
        f"--audience: “{audience}” cannot be used. A board is always what the public may see,"
        " whoever opens it."
    )


def public(reading: Reading) -> Reading:
    """The same reading, for the public.

    A filter whose id only those inside know is left out, as it is from a link.
    """
    shown = reading.of(replace(reading.chosen, audience="public"))
    known = wording.vocabulary(shown)
    for name in DIMENSIONS:
        ids = tuple(one for one in shown.chosen.chosen(name) if (name, one) in known)
        shown = shown.of(shown.chosen.choosing(name, ids))
    return shown
