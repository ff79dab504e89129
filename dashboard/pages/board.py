"""Board: the story's screens for a shared screen, one message each; its notes for the presenter."""

from dashboard import place, session
from dashboard.story.audience import public
from dashboard.story.plan import StoryError, load
from dashboard.story.screen import Screen, Skipped
from dashboard.story.telling import tell
from dashboard.widgets import board
from data import snapshots
from data.snapshots import SnapshotError

screens: list[Screen] = []
name = place.of(session.link()).get("snapshot", "")
try:
    if name:
        board.show_frozen(snapshots.read(name))
    else:
        screens, skipped = tell(load(), public(session.reading()))
        board.show(screens, skipped)
except StoryError as problem:
    look = session.look()
    board.show([], [Skipped("story", look.text("The story"), problem.said(look.language))])
except SnapshotError as problem:
    board.show([], [Skipped("snapshot", session.look().text("Snapshot"), str(problem))])
