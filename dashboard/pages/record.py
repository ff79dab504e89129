"""Record: what it holds, lacks and refused, and how old it is."""

from dashboard import session
from dashboard.widgets import sheet
from dashboard.widgets.holdings import (
    age,
    coverage,
    files,
    findings,
    sources,
    withheld,
    without_place,
)
from dashboard.widgets.reconciliation import reconciliation, whole_record

look = session.look()

sheet.show(
    look.text("The record"),
    look.text("{age} · the whole record, whatever the filters say", age=age(look)),
    coverage(look),
    withheld(look),
    without_place(look),
    findings(look),
    reconciliation(look, whole_record(), look.text("Whole record")),
    reconciliation(look, session.selected(), look.text("Present selection")),
    sources(look),
    files(look),
)
