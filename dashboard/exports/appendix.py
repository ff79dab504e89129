"""What stands at the end of a pack: rules, sources, coverage, and what is not known."""

import pandas as pd

from dashboard import explaining, wording
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import first_row
from queries import asking, measures


def definitions(look: Look) -> pd.DataFrame:
    """Each measure with its counting rule."""
    every = measures.load().values()
    return pd.DataFrame(
        {
            look.text("Measure"): [look.text(measure.label) for measure in every],
            look.text("What is counted"): [look.text(measure.help) for measure in every],
        }
    )


def sources(reading: Reading) -> pd.DataFrame:
    """Where the record comes from, one row a source."""
    look, answer = reading.look, reading.ask("sources")
    _ = look.text
    return pd.DataFrame(
        {
            _("Source"): answer["title"],
            _("Publisher"): answer["publisher"].fillna(""),
            _("Licence"): look.labels(answer, "licence").fillna(""),
            _("Read on"): [look.language.day(asking.as_day(day)) for day in answer["retrieved"]],
            _("Address"): answer["url"].fillna("").str.replace(";", " "),
        }
    )


def coverage(reading: Reading) -> pd.DataFrame:
    """How complete the record of each quarter is, latest first; whatever is selected."""
    look, answer = reading.look, reading.ask("coverage").iloc[::-1].reset_index(drop=True)
    _ = look.text
    kinds = {"complete": _("complete"), "partial": _("partial"), "none": _("no recap")}
    return pd.DataFrame(
        {
            _("Quarter"): look.labels(answer),
            _("Months"): look.labels(answer, "months"),
            _("Record"): [kinds[kind] for kind in answer["coverage"]],
            _("Note"): look.labels(answer, "note").fillna(""),
        }
    )


def unknown(reading: Reading) -> list[tuple[str, str]]:
    """What is not known of the selected events, each with its name and its count."""
    look, answer = reading.look, first_row(reading.ask("headline"))
    _ = look.text
    partners = look.plural(
        "{n} of {total} events has no partner",
        "{n} of {total} events have no partner",
        int(answer.without_partner),
        total=look.number(int(answer.events)),
    )
    return [
        (_("Left out"), explaining.left_out(answer, reading)),
        (_("Dates"), explaining.dates(answer, look)),
        (_("Places"), explaining.places(answer, look)),
        (_("Partners"), partners),
        (_("Coverage"), wording.coverage(reading)),
    ]
