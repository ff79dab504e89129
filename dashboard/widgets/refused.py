"""Why a snapshot cannot be made or opened, in the reader's words."""

from functools import partial

from dashboard.look import Look
from dashboard.story.plan import StoryError
from data.snapshots import SnapshotError
from data.warehouse import WarehouseError

Problem = SnapshotError | StoryError | WarehouseError | OSError


def said(problem: Problem, look: Look) -> str:
    """The sentence that a page shows for a problem."""
    if isinstance(problem, StoryError):
        return problem.said(look.language)
    if isinstance(problem, SnapshotError):
        return kinds(look, problem.values)[problem.kind]
    if isinstance(problem, WarehouseError):
        return look.text("The record of this snapshot cannot be read; what it shows stays kept.")
    return look.text("The snapshot cannot be written: {problem}", problem=problem)


def kinds(look: Look, values: dict[str, object]) -> dict[str, str]:
    """One sentence for each kind of SnapshotError; in English, that of data/snapshots.py."""
    name, there, problem = (values.get(key, "") for key in ("name", "there", "problem"))
    _ = partial(look.text, name=name, there=there, problem=problem)
    return {
        "malformed": _(
            "“{name}” is no name for a snapshot: use up to 64 lower case letters, digits, - and _"
        ),
        "taken": _("There is a snapshot “{name}” already; snapshots never change"),
        "figures": _("“{name}” is no name for a file of figures"),
        "none": _("There is no snapshot “{name}”; there is none yet"),
        "absent": _("There is no snapshot “{name}”; there is: {there}"),
        "unreadable": _("The snapshot “{name}” cannot be read: {problem}"),
        "other_tables": _(
            "The snapshot “{name}” was frozen by a version of the program that had other tables:"
            " the figures kept with it can be read, but nothing else"
        ),
        "no_board": _("The snapshot “{name}” keeps no board"),
    }
