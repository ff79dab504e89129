"""Events: the list, each row with its activities and its evidence."""

from dashboard import discretion, session, wording
from dashboard.widgets import listing, sheet
from dashboard.widgets.card import nothing

look = session.look()

sheet.show(
    look.text("Events"),
    " · ".join([wording.scope(session.reading()), *discretion.told(session.reading())]),
    {**listing.events(), "empty": nothing(look)},
)
