"""Where on a page a link stands: the screen of a board, its notes, a snapshot, a comparison."""

from collections.abc import Mapping

PARAMETERS = ("screen", "notes", "snapshot", "since")


def of(link: Mapping[str, str]) -> dict[str, str]:
    """What a link says of a place."""
    return {name: value for name, value in link.items() if name in PARAMETERS}


def without(link: Mapping[str, str]) -> dict[str, str]:
    """What it says of anything else."""
    return {name: value for name, value in link.items() if name not in PARAMETERS}
