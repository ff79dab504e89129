"""The pack of a reader's selection, told to the public."""

from datetime import date

from dashboard import explaining, wording
from dashboard.charts import (
    events_by_partner,
    events_by_quarter,
    events_by_region,
    events_by_theme,
    events_by_theme_and_quarter,
    partners_by_standing,
)
from dashboard.exports.contents import Contents, gathered, public
from dashboard.reading import Reading
from dashboard.story.screen import Screen
from queries import measures
from queries.today import today

CHARTS = (
    events_by_quarter,
    events_by_theme,
    events_by_theme_and_quarter,
    events_by_region,
    events_by_partner,
    partners_by_standing,
)


def told(reading: Reading, made_on: date | None = None) -> Contents:
    """The pack of what a reader selected. made_on: by default today."""
    shown = public(reading)
    return gathered(screens(shown), [], shown, made_on or today())


def screens(reading: Reading) -> list[Screen]:
    found = []
    for chart in CHARTS:
        name, look = chart.__name__.rpartition(".")[2], reading.look
        answer = reading.ask(name)
        screen = Screen(
            name=name,
            heading=chart.note(answer, look),
            sentence=chart.say(answer, look),
            claims=(),
            reading=reading,
            question=name,
            answer=answer,
            chart=chart,
            table=chart.table(answer, look),
            note=chart.note(answer, look),
            foot=tuple(chart.foot(answer, look)),
            banner=f"{wording.scope(reading)} · {wording.version(reading)}",
            notes=tuple(explaining.lines(measures.load()["events"], reading)),
        )
        found.append(screen)
    return found
