"""Where on the board a link stands: its screen, and whether the notes are open."""

from collections.abc import Mapping

PARAMETERS = ("screen", "notes")


def of(link: Mapping[str, str]) -> dict[str, str]:
    """What a link says of the board."""
    return {name: value for name, value in link.items() if name in PARAMETERS}


def without(link: Mapping[str, str]) -> dict[str, str]:
    """What it says of anything else."""
    return {name: value for name, value in link.items() if name not in PARAMETERS}
