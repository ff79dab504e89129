"""Board: the story's screens for a shared screen, one message each; its notes for the presenter."""

from dashboard import session
from dashboard.story.audience import public
from dashboard.story.plan import StoryError, load
from dashboard.story.screen import Screen, Skipped
from dashboard.story.telling import tell
from dashboard.widgets import board

screens: list[Screen] = []
try:
    screens, skipped = tell(load(), public(session.reading()))
except StoryError as problem:
    skipped = [Skipped("story", session.look().text("The story"), str(problem))]
board.show(screens, skipped)
