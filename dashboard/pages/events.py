"""Events: the list, each row with its activities and its evidence."""

from dashboard import discretion, session, wording
from dashboard.unrecorded import nothing
from dashboard.widgets import listing, sheet

look, reading = session.look(), session.reading()

sheet.show(
    look.text("Events"),
    " · ".join([wording.scope(reading), *discretion.told(reading)]),
    {**listing.events(reading, listing.ON_PAGE), "empty": nothing(reading)},
)
