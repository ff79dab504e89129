"""A selection on the command line: the parameters of a link, and what is said of wrong ones."""

import argparse

from queries import selection
from queries.selection import Problem


def add(parser: argparse.ArgumentParser, formats: str = "ids of formats") -> None:
    """The options of a selection. formats: what `--format` takes, once or several times."""
    for name in selection.PARAMETERS:
        if name not in ("format", "unconfirmed"):
            parser.add_argument(f"--{name}")
    parser.add_argument("--unconfirmed", nargs="?", const="1", help="1 counts unconfirmed too")
    parser.add_argument("--format", action="append", default=[], help=formats)


def link(options: argparse.Namespace) -> dict[str, str]:
    """The selection's parameters, as in a link."""
    named = (name for name in selection.PARAMETERS if name != "format")
    found = {name: getattr(options, name) or "" for name in named}
    return {**found, "format": ",".join(options.format)}


def sentence(problem: Problem) -> str:
    """What cannot be used, and what could."""
    known = f" Known: {', '.join(problem.known)}." if problem.known else " Dates are YYYY-MM-DD."
    if ">" in problem.value:
        known = " The period ends before it starts."
    return f"--{problem.parameter}: “{problem.value}” cannot be used.{known}"
