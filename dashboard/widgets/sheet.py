"""The sheet of a page: its heading, its figures and cards, sent in one message.

The rows behind a number lie over it and are a message of their own: the sheet stays as it is.
"""

from typing import Any

from dashboard import session, versus
from dashboard.widgets import component, drill, marks, working
from dashboard.widgets.component import Written


def show(
    title: str, lead: str, *blocks: dict[str, Any] | Written, pack: dict[str, Any] | None = None
) -> None:
    """Draw a page.

    title and lead: in the reader's language; blocks: figures, cards, lists. pack: what the menu in
    the heading offers, from packing.py.
    """
    data = {
        "title": title,
        "lead": lead,
        "blocks": list(blocks),
        "work": working.under_way(session.look()),
        "pack": pack,
    }
    component.mount("sheet", data, act)
    component.mount("drill", {"drill": drill.opened()}, act, last=True)


def act(done: dict[str, Any]) -> None:
    """The reader clicked a mark, or closed what it opened."""
    if done.get("kind") == "mark":
        session.open_mark(str(done["mark"]), within=bool(done.get("within")))
    if done.get("kind") == "more":
        session.lengthen(str(done["mark"]))
    if done.get("kind") == "back":
        session.go_back()
    if done.get("kind") == "filter":
        filter_by(str(done["mark"]))
    if done.get("kind") == "freeze":
        session.leave("snapshot", str(done["name"]))
    if done.get("kind") == "versus":
        versus.choose({str(key): str(value) for key, value in done["link"].items()})
    if done.get("kind") == "swap":
        session.choose({str(key): str(value) for key, value in done["link"].items()})
    if done.get("kind") == "file":
        session.leave("file", {key: str(done[key]) for key in ("question", "title", "ending")})
    if done.get("kind") == "pack":
        session.leave("pack", str(done["ending"]))
    if done.get("kind") == "close":
        session.open_mark("")


def filter_by(mark: str) -> None:
    """Narrow the selection to a mark, and close its rows."""
    narrowed = marks.narrowed(marks.read(mark), session.selected())
    if narrowed is not None:
        kept = {"lang": session.language().code, **session.compared()}
        session.choose({**kept, **narrowed.link()})
        session.open_mark("")
