"""Record: what it holds, lacks and refused, and how old it is."""

from dashboard import session
from dashboard.widgets import sheet
from dashboard.widgets.holdings import age, coverage, sources, withheld, without_place
from dashboard.widgets.readings import files, findings
from dashboard.widgets.reconciliation import reconciliation, whole_record

look, reading = session.look(), session.reading()
record = reading.of(whole_record())

sheet.show(
    look.text("The record"),
    look.text("{age} · the whole record, whatever the filters say", age=age(reading)),
    coverage(reading),
    withheld(reading),
    without_place(reading),
    findings(reading),
    reconciliation(record, look.text("Whole record"), ";of=record"),
    reconciliation(reading, look.text("Present selection")),
    sources(reading),
    files(reading),
)
