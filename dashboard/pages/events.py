"""Events: the list, each row with its activities and its evidence."""

from dashboard import session
from dashboard.widgets import listing, sheet
from dashboard.widgets.card import nothing, scope

look = session.look()

sheet.show(look.text("Events"), scope(look), {**listing.events(), "empty": nothing(look)})
