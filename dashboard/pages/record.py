"""Record: what it holds, lacks and refused, and how old it is."""

from dashboard import discretion, session
from dashboard.widgets import sheet
from dashboard.widgets.holdings import age, composition, coverage, sources, withheld, without_place
from dashboard.widgets.marks import whole_record
from dashboard.widgets.readings import files, findings
from dashboard.widgets.reconciliation import reconciliation

look, reading = session.look(), session.reading()
record = reading.of(whole_record(reading))

sheet.show(
    look.text("The record"),
    " · ".join(
        [
            look.text("{age} · the whole record, whatever the filters say", age=age(reading)),
            *discretion.not_shown(record),
        ]
    ),
    coverage(reading),
    composition(reading),
    reconciliation(record, look.text("Whole record"), ";of=record"),
    withheld(reading),
    without_place(reading),
    findings(reading),
    reconciliation(reading, look.text("Present selection")),
    files(reading),
    sources(reading),
)
