"""The board: a story's screens, all sent in one message; the browser moves between them."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from dashboard import place, session
from dashboard.charts.opening import Opens
from dashboard.look import Look, unmarked
from dashboard.story.screen import Screen, Skipped
from dashboard.widgets import component, drill
from dashboard.widgets.card import alternative, columns
from dashboard.widgets.frame import notices


def show(screens: Sequence[Screen], skipped: Sequence[Skipped]) -> None:
    """Draw the board, or the presenter's notes where the link asks for them."""
    look, at = session.look(), place.of(session.link())
    link = session.page_link()
    data = {
        "screens": [described(screen) for screen in screens],
        "skipped": [vars(screen) for screen in skipped],
        "notices": notices(session.problems(), look),
        "screen": at.get("screen", ""),
        "notes": at.get("notes") == "1",
        "link": urlencode(link, safe=","),
        "words": words(look),
        "drill": opened(screens),
    }
    component.mount("board", data, act)


def described(screen: Screen) -> dict[str, Any]:
    """One screen as the browser shows it."""
    look, sentence = screen.reading.look, unmarked(screen.sentence)
    return {
        "name": screen.name,
        "heading": screen.heading,
        "said": screen.sentence,
        "sentence": sentence,
        "note": screen.note,
        "foot": screen.foot,
        "banner": screen.banner,
        "kind": kind(screen),
        "figure": screen.chart.draw(screen.answer, look) if screen.chart else None,
        "alt": alternative(sentence, screen.table, look),
        "table": columns(screen.table, opens(screen)),
        "all": "measure=events" if screen.question == "events" else "",
        "notes": [list(pair) for pair in screen.notes],
    }


def kind(screen: Screen) -> str:
    if screen.chart:
        return "chart"
    return "figures" if screen.marks else "table"


def opens(screen: Screen) -> Opens:
    """The rows that the numbers of a table open."""
    if screen.chart:
        found: Opens = screen.chart.opens(screen.answer, screen.reading.look)
        return found
    return {str(screen.table.columns[-1]): list(screen.marks)} if screen.marks else {}


def opened(screens: Sequence[Screen]) -> dict[str, Any] | None:
    """The rows behind what was clicked, for the selection of the screen it stands on."""
    found = [screen for screen in screens if screen.name == place.of(session.link()).get("screen")]
    return drill.opened(found[0].reading) if found else None


def act() -> None:
    """The reader opened a figure's rows, or closed them."""
    done = component.acted("board")
    if done.get("kind") == "mark":
        session.look_at(str(done["screen"]))
        session.open_mark(str(done["mark"]))
    if done.get("kind") == "close":
        session.open_mark("")


def words(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "board": _("Board"),
        "back": _("Previous screen"),
        "on": _("Next screen"),
        "jump": _("All screens"),
        "place": _("Screen {n} of {total}", n="{n}", total="{total}"),
        "notes": _("Notes"),
        "presenter": _("Presenter’s notes"),
        "newtab": _("opens in a new tab"),
        "leave": _("Leave"),
        "waiting": _("The chart is being drawn…"),
        "failed": _("The chart could not be drawn; these are its figures."),
        "more_one": _("{n} more: show all", n="{n}"),
        "more_many": _("{n} more: show all", n="{n}"),
        "nothing": _("This selection leaves no screen to show"),
        "nothing_do": _(
            "Leave the board, widen the period or remove a filter. The notes say what was skipped."
        ),
        "skipped": _("Not shown"),
        "unskipped": _("Every screen of the story is shown."),
        "link": _("About the link"),
        "here": _("on the screen when these notes were opened"),
    }
