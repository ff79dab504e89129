"""Events: the list, each row with its activities and its evidence."""

from dashboard import session
from dashboard.widgets import discretion, listing, sheet
from dashboard.widgets.card import nothing, scope

look = session.look()

sheet.show(
    look.text("Events"),
    " · ".join([scope(look), *discretion.told(look)]),
    {**listing.events(), "empty": nothing(look)},
)
