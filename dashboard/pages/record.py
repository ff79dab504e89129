"""Record: what it holds, lacks and refused, and how old it is."""

from dashboard import discretion, session
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
    " · ".join(
        [
            look.text("{age} · the whole record, whatever the filters say", age=age(look)),
            *discretion.not_shown(session.reading().of(whole_record())),
        ]
    ),
    coverage(look),
    withheld(look),
    without_place(look),
    findings(look),
    reconciliation(look, whole_record(), look.text("Whole record")),
    reconciliation(look, session.selected(), look.text("Present selection")),
    sources(look),
    files(look),
)
