"""The board: a story's screens, all sent in one message; the browser moves between them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from dashboard import kept, place, session
from dashboard.look import Look
from dashboard.reading import reading
from dashboard.story import freezing
from dashboard.story.screen import Screen, Skipped
from dashboard.story.sent import described
from dashboard.widgets import component, drill, packing, working
from dashboard.widgets.frame import notices
from data.snapshots import Snapshot
from data.warehouse import WarehouseError
from queries import asking, selection
from queries.audience import shown_on


def show(
    screens: Sequence[Screen], skipped: Sequence[Skipped], instead: dict[str, str] | None = None
) -> None:
    """Draw the board, or the notes where the link asks for them. instead: other words for it."""
    found = [screen for screen in screens if screen.name == place.of(session.link()).get("screen")]
    drawn = drill.opened(found[0].reading) if found else None
    sent = {
        "screens": [described(screen) for screen in screens],
        "skipped": [vars(screen) for screen in skipped],
    }
    mount(sent, drawn, session.page_link(), packing.offered(session.look()), instead)


def show_none(heading: str, reason: str) -> None:
    """Say that there is no board to draw; the notes say why. heading: what cannot be read."""
    _ = session.look().text
    words = {
        "nothing": _("This board cannot be shown: {what} cannot be read", what=heading),
        "nothing_do": _("Leave the board. The notes say what is wrong."),
    }
    show([], [Skipped("none", heading, reason)], words)


def show_frozen(snapshot: Snapshot) -> None:
    """Draw a board as it was frozen; its figures open the rows of the record frozen with it."""
    look = session.look()
    sent = freezing.thawed(snapshot, look.language.code, session.mode())
    link = {"lang": look.language.code, "snapshot": snapshot.name}
    frozen = look.text("Frozen on {day} as {name}", day=day(snapshot, look), name=snapshot.name)
    for screen in sent["screens"]:
        screen["banner"] = f"{frozen} · {screen['banner']}"
    mount(sent, frozen_drill(snapshot, sent["screens"]), link)


def day(snapshot: Snapshot, look: Look) -> str:
    return look.language.day(snapshot.day)


def frozen_drill(snapshot: Snapshot, screens: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The rows behind a figure of a frozen board."""
    at = place.of(session.link()).get("screen")
    link = next((screen["selection"] for screen in screens if screen["name"] == at), None)
    if link is None or not session.mark():
        return None
    try:
        engine = kept.frozen(asking.url_of(snapshot.warehouse))
    except WarehouseError:
        return drill.closed(session.look())
    day = shown_on("public", snapshot.day)
    known, whole = asking.known(engine, day), asking.whole(engine, day)
    chosen, _ = selection.read(link, known, whole)
    return drill.opened(replace(reading(engine, chosen, session.look()), day=snapshot.day))


def mount(
    sent: dict[str, Any],
    opened: dict[str, Any] | None,
    link: dict[str, str],
    pack: dict[str, Any] | None = None,
    instead: dict[str, str] | None = None,
) -> None:
    look, at = session.look(), place.of(session.link())
    said = notices(session.problems(), look)
    asked = (
        {**link, **place.without(session.link())} if said else link
    )  # the notes name what is odd
    data = {
        **sent,
        "notices": said,
        "screen": at.get("screen", ""),
        "notes": at.get("notes") == "1",
        "link": urlencode(link, safe=","),
        "asked": urlencode(asked, safe=","),
        "words": {**words(look), "missed": missed(len(said), look), **(instead or {})},
        "drill": opened,
        "pack": pack,
        "work": working.under_way(look),
    }
    component.mount("board", data, act, last=True)


def act(done: dict[str, Any]) -> None:
    """The reader opened a figure's rows, or closed them."""
    if done.get("kind") == "mark":
        session.open_mark(str(done["mark"]), str(done["screen"]), bool(done.get("within")))
    if done.get("kind") == "more":
        session.lengthen(str(done["mark"]))
    if done.get("kind") == "back":
        session.go_back()
    if done.get("kind") == "pack":
        session.leave("pack", str(done["ending"]))
    if done.get("kind") == "close":
        session.open_mark("")


def missed(n: int, look: Look) -> str:
    """How much of the link could not be used, in the banner; a shared screen does not name it."""
    if not n:
        return ""
    return look.plural(
        "{n} part of the link was not understood: see the notes",
        "{n} parts of the link were not understood: see the notes",
        n,
    )


def words(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "board": _("Board"),
        "back": _("Previous screen"),
        "on": _("Next screen"),
        "jump": _("All screens"),
        "place": _("Screen {n} of {total}", n="{n}", total="{total}"),
        "named": _("{name}: {text}", name="{name}", text="{text}"),
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
        "here": _("current"),
    }
