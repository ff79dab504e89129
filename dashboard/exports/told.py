"""The pack of a reader's selection: the story in force, told to the public."""

from datetime import date

from dashboard.exports.contents import Contents, gathered, public
from dashboard.reading import Reading
from dashboard.story import telling
from dashboard.story.plan import Story, load
from data.progress import Tell, silent
from queries.today import today

LISTED = 5_000  # events of a pack; a file of the events alone holds all


def told(
    reading: Reading,
    made_on: date | None = None,
    tell: Tell = silent,
    story: Story | None = None,
) -> Contents:
    """The pack of what a reader selected. made_on: by default today. Raises StoryError."""
    shown = public(reading)
    screens, skipped = telling.tell(story or load(), shown, tell, LISTED)
    return gathered(screens, skipped, shown, made_on or today())
