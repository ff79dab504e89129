"""Partners: who is new, who returned, who lapsed, which relations last."""

from dashboard import session, wording
from dashboard.charts import events_by_partner, events_by_partner_and_year, partners_by_standing
from dashboard.widgets import sheet
from dashboard.widgets.card import card

look = session.look()

sheet.show(
    look.text("Partners"),
    wording.scope(session.reading()),
    card(partners_by_standing, span=6),
    card(events_by_partner, span=6),
    card(events_by_partner_and_year, span=8),
)
