"""Overview: how much outreach there was, when, where, on what themes, with whom."""

from dashboard import session, wording
from dashboard.charts import events_by_partner, events_by_quarter, events_by_region, events_by_theme
from dashboard.widgets import packing, sheet
from dashboard.widgets.card import card
from dashboard.widgets.figures import figures

look = session.look()

sheet.show(
    look.text("Outreach at a glance"),
    wording.scope(session.reading()),
    figures(),
    card(events_by_quarter, span=7),
    card(events_by_theme, span=5),
    card(events_by_region, span=5),
    card(events_by_partner, span=7),
    pack=packing.offered(look),
)
