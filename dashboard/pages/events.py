"""Events: the list, each row with its activities and its evidence."""

from dashboard import session, wording
from dashboard.widgets import listing, sheet
from dashboard.widgets.card import nothing

look = session.look()

sheet.show(
    look.text("Events"),
    wording.scope(session.reading()),
    {**listing.events(session.reading()), "empty": nothing(look)},
)
