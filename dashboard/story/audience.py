"""Who looks at a shared screen: the public, whoever shares it. The one place that says so."""

from dataclasses import replace

from dashboard.reading import Reading


def public(reading: Reading) -> Reading:
    """The same reading, for the public."""
    return reading.of(replace(reading.chosen, audience="public"))
