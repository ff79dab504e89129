"""The pack of a reader's selection: the story in force, told to the public."""

from datetime import date

from dashboard.exports.contents import Contents, gathered, public
from dashboard.reading import Reading
from dashboard.story.plan import load
from dashboard.story.telling import tell
from queries.today import today


def told(reading: Reading, made_on: date | None = None) -> Contents:
    """The pack of what a reader selected. made_on: by default today. Raises StoryError."""
    shown = public(reading)
    screens, skipped = tell(load(), shown)
    return gathered(screens, skipped, shown, made_on or today())
