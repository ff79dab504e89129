"""Compare: two selections side by side, on one scale, with the differences."""

from dashboard import session, versus
from dashboard.widgets import comparing, paired, sheet

look = session.look()
overlap = [look.text("Themes overlap: an event with two themes stands in two rows.")]
pairs = [look.text("An event with two partners stands in two rows.")]
key = look.text("Filled circle: A. Hollow diamond: B. On the right: A less B.")

versus.keep()
sheet.show(
    look.text("Compare"),
    paired.in_words(look),
    comparing.versus(look),
    comparing.figures(look),
    comparing.card("compared_by_theme", look.text("Events by theme"), [key, *overlap], span=7),
    comparing.card("compared_by_partner", look.text("Events by partner"), [key, *pairs]),
    comparing.card(
        "compared_by_quarter", look.text("Events by quarter, first beside first"), [key]
    ),
    comparing.card(
        "compared_by_region", look.text("Events by the region in which they took place"), [key]
    ),
)
