"""Who looks at a shared screen: the public, whoever shares it. The one place that says so."""

from dataclasses import replace

from dashboard.reading import Reading

AUDIENCE = "public"


def public(reading: Reading) -> Reading:
    """The same reading, for the public."""
    if not hasattr(reading.chosen, "audience"):  # nothing in this record is kept from anyone
        return reading
    return reading.of(replace(reading.chosen, **{"audience": AUDIENCE}))  # type: ignore[arg-type]


def withheld(reading: Reading) -> tuple[str, ...]:
    """How many events the public is not shown, in one line; nothing where there is none."""
    return ()
