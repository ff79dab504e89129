"""Themes: which moved, which were carried where."""

from dashboard import session, wording
from dashboard.charts import (
    events_by_combination,
    events_by_theme,
    events_by_theme_and_quarter,
    events_by_theme_and_region,
)
from dashboard.widgets import sheet
from dashboard.widgets.card import card

look = session.look()

sheet.show(
    look.text("Themes"),
    wording.scope(session.reading()),
    card(events_by_theme_and_quarter, span=12),
    card(events_by_theme, span=5),
    card(events_by_theme_and_region, span=7),
    card(events_by_combination, span=12),
)
