"""Partners: who is new, who returned, who lapsed, which relations last."""

from dashboard import session
from dashboard.charts import events_by_partner, events_by_partner_and_year, partners_by_standing
from dashboard.widgets import sheet
from dashboard.widgets.card import card, scope

look = session.look()

sheet.show(
    look.text("Partners"),
    scope(look),
    card(partners_by_standing, span=6),
    card(events_by_partner, span=6),
    card(events_by_partner_and_year, span=8),
)
