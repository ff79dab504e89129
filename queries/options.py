"""A selection on the command line: the parameters of a link, and what is said of wrong ones."""

import argparse
from collections.abc import Mapping

from queries import selection
from queries.selection import Problem


def add(parser: argparse.ArgumentParser) -> None:
    """The options of a selection. `--format` may be given several times."""
    for name in selection.PARAMETERS:
        if name not in ("format", "unconfirmed"):
            parser.add_argument(f"--{name}")
    parser.add_argument("--unconfirmed", nargs="?", const="1", help="1 counts unconfirmed too")


def link(options: argparse.Namespace, formats: str) -> Mapping[str, str]:
    """The selection's parameters, as in a link. formats: ids, separated by commas."""
    named = (name for name in selection.PARAMETERS if name != "format")
    return {"format": formats, **{name: getattr(options, name) or "" for name in named}}


def sentence(problem: Problem) -> str:
    """What cannot be used, and what could."""
    known = f" Known: {', '.join(problem.known)}." if problem.known else " Dates are YYYY-MM-DD."
    if ">" in problem.value:
        known = " The period ends before it starts."
    return f"--{problem.parameter}: “{problem.value}” cannot be used.{known}"
