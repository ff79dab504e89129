"""Regions: where the events took place."""

from dashboard import session, wording
from dashboard.charts import events_by_country, events_by_region, events_by_theme_and_region
from dashboard.widgets import sheet
from dashboard.widgets.card import card

look = session.look()

sheet.show(
    look.text("Regions"),
    wording.scope(session.reading()),
    card(events_by_region, span=5),
    card(events_by_country, span=7),
    card(events_by_theme_and_region, span=12),
)
