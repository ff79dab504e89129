"""Board: the story's screens for a shared screen, one message each; its notes for the presenter."""

from dashboard import place, session
from dashboard.story.audience import public
from dashboard.story.plan import StoryError, load
from dashboard.story.tables import LISTED
from dashboard.story.telling import tell
from dashboard.widgets import board, refused
from data import snapshots
from data.snapshots import SnapshotError

look, name = session.look(), place.of(session.link()).get("snapshot", "")
try:
    if name:
        board.show_frozen(snapshots.read(name))
    else:
        board.show(*tell(load(), public(session.reading()), listed=LISTED))
except StoryError as problem:
    board.show_none(look.text("its story"), problem.said(look.language))
except SnapshotError as problem:
    board.show_none(look.text("its snapshot"), refused.said(problem, look))
