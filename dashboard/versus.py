"""The selection that the reader compares theirs with: in the same calendar, for the same eyes."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard import kept, session, sides
from dashboard.session import VERSUS
from queries import selection
from queries.audience import shown_on
from queries.selection import Problem, Selection


def other() -> Selection:
    """Until the reader chooses one, it is the period before, or the last year of the record."""
    return read()[0] if given() else session.during(*sides.default(session.reading()))


def given() -> dict[str, str]:
    """What the link says of it, under a selection's own names."""
    return {name.removeprefix(VERSUS): value for name, value in session.compared().items()}


def read() -> tuple[Selection, list[Problem]]:
    own = session.selected().link()
    shared = {name: own[name] for name in own if name not in selection.COMPARED}
    words = tuple(sorted({**shared, **given()}.items()))
    return kept.understood(session.engine_url(), words, shown_on(session.audience()))


def problems() -> list[Problem]:
    """What the link says of it that could not be used."""
    found = read()[1] if given() else []
    return [replace(problem, parameter=VERSUS + problem.parameter) for problem in found]


def choose(chosen: Mapping[str, str]) -> None:
    """Take over what the reader compares with: parameters of a selection."""
    own = {name: v for name, v in session.page_link().items() if not name.startswith(VERSUS)}
    session.choose({**own, **{VERSUS + n: v for n, v in chosen.items() if n in selection.COMPARED}})


def keep() -> None:
    """Write it into the link, chosen or not, without what could not be used."""
    if not given():
        choose(other().link())
