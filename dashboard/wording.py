"""What a selection and the record behind it are called, in the reader's words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from dashboard import discretion
from dashboard import look as looks
from dashboard.language import Language
from dashboard.look import Look
from dashboard.reading import Answers, Reading, kept
from dashboard.rows import as_rows
from dashboard.years import year_label
from queries import asking
from queries.selection import DIMENSIONS, Selection

SOME = 3  # values of a filter that are each named where there is little room


def scope(reading: Reading) -> str:
    """The period and the filters in few words: of many values, the first two are named."""
    return " · ".join(part for part in (period(reading), filters(reading, SOME)) if part)


def period(reading: Reading) -> str:
    """The period: a quarter or a year by its name, other days by their dates."""
    chosen, language = reading.chosen, reading.look.language
    days = chosen.first_day, chosen.last_day
    names = named(reading.answers, all_quarters(reading, *days), language, reading.day)
    return names.get(days) or language.period(*days)


@kept
def named(
    answers: Answers, chosen: Selection, language: Language, day: date | None
) -> dict[tuple[date, date], str]:
    """What years and quarters are called, by their days."""
    look = looks.look(language=language)
    found = answers("events_by_quarter", chosen.values(day))
    firsts, lasts = (map(asking.as_day, found[name]) for name in ("first_day", "last_day"))
    spans = list(zip(firsts, lasts, strict=True))
    years: dict[str, list[tuple[date, date]]] = {}
    for year, span in zip(found["year"], spans, strict=True):
        years.setdefault(str(year), []).append(span)
    names = zip(look.labels(found), look.labels(found, "months"), strict=True)
    called = [look.text("{quarter} ({months})", quarter=q, months=m) for q, m in names]
    whole = {
        (quarters[0][0], quarters[-1][1]): year_label(year, look)
        for year, quarters in years.items()
        if len(quarters) == 4
    }
    return dict(zip(spans, called, strict=True)) | whole


def quarters(reading: Reading, *days: date) -> pd.DataFrame:
    """Every quarter of the record and on to further days, by its name and its coverage.

    Columns as in events_by_quarter.
    """
    return reading.ask("events_by_quarter", all_quarters(reading, *days))


def all_quarters(reading: Reading, *days: date) -> Selection:
    """The whole record and on to further days, in the reader's calendar, without a filter."""
    reached = (*reading.whole(), *days)
    whole = Selection(min(reached), max(reached), calendar=reading.chosen.calendar)
    return reading.narrowed(whole)


def span_of(rows: pd.DataFrame) -> tuple[date, date]:
    """First and last day of a run of quarters."""
    return asking.as_day(rows["first_day"].iloc[0]), asking.as_day(rows["last_day"].iloc[-1])


def filters(reading: Reading, most: int | None = None) -> str:
    """The filters in force, as one phrase; empty without any. most: values of a filter that are
    all named, several partners by their acronyms; without it, all are, in full.
    """
    look, chosen = reading.look, reading.chosen
    view = discretion.view(reading)
    parts = [view] if view else []
    for name in DIMENSIONS:
        values = chosen.chosen(name)
        if most is None or len(values) < 2:
            parts += [filter_label(name, value, reading) for value in values]
        elif len(values) > most:
            parts.append(many_label(name, values, reading))
        else:
            parts += [labelled(name, value, look) for value in briefly(name, values, reading)]
    if chosen.match == "all" and len(chosen.theme) > 1:
        parts.append(look.text("all of these themes"))
    if chosen.unconfirmed:
        parts.append(look.text("unconfirmed events counted"))
    return " · ".join(parts)


def filter_label(dimension: str, value: str, reading: Reading) -> str:
    """One filter: "Theme: Governance"."""
    return labelled(dimension, vocabulary(reading)[dimension, value], reading.look)


def labelled(dimension: str, name: str, look: Look) -> str:
    return look.text("{filter}: {value}", filter=titles(look)[dimension], value=name)


def many_label(dimension: str, values: Sequence[str], reading: Reading) -> str:
    """One filter of several values: "Theme: Governance, Equality and 3 others"."""
    look, (first, second, *others) = reading.look, briefly(dimension, values, reading)
    words = {"filter": titles(look)[dimension], "first": first, "second": second}
    return look.plural(
        "{filter}: {first}, {second} and {n} other",
        "{filter}: {first}, {second} and {n} others",
        len(others),
        **words,
    )


def briefly(dimension: str, values: Sequence[str], reading: Reading) -> list[str]:
    """The names of some values; of partners the acronyms that charts show, where there are any."""
    names = vocabulary(reading)
    short = acronyms(reading) if dimension == "partner" else {}
    return [short.get(value) or names[dimension, value] for value in values]


def acronyms(reading: Reading) -> dict[str, str]:
    """The acronym of each partner of the record; empty for one without."""
    every = replace(all_quarters(reading), unconfirmed=True)
    answer = reading.columns("events_by_partner", every)
    return dict(zip(answer["partner"], reading.look.texts(answer, "acronym"), strict=True))


def titles(look: Look) -> dict[str, str]:
    """What each dimension is called."""
    _ = look.text
    return {
        "theme": _("Theme"),
        "partner": _("Partner"),
        "project": _("Project"),
        "region": _("Region"),
        "format": _("Format"),
        "role": _("Role"),
    }


def vocabulary(reading: Reading) -> dict[tuple[str, str], str]:
    """The name of each id of each dimension."""
    return words(reading.answers, reading.shown_on, reading.look.language)


@kept
def words(answers: Answers, day: date, language: Language) -> dict[tuple[str, str], str]:
    look, found = looks.look(language=language), answers("vocabulary", {"shown_on": day})
    return {(row.dimension, row.id): look.name(row) for row in as_rows(found)}


def coverage(reading: Reading) -> str:
    """How many quarters of the period are recorded, and how far; the first kind names quarters."""
    look = reading.look
    kinds = Counter(reading.columns("events_by_quarter")["coverage"])
    names = ("complete", "partial", "none")
    complete, partial, none = ((kinds[kind], f"rows=quarters;coverage={kind}") for kind in names)
    named = [
        look.plural("{n} quarter complete", "{n} quarters complete", *complete),
        look.plural("{n} quarter partial", "{n} quarters partial", *partial),
        look.plural("{n} quarter without a recap", "{n} quarters without a recap", *none),
    ]
    brief = [
        named[0],
        look.plural("{n} partial", "{n} partial", *partial),
        look.plural("{n} without a recap", "{n} without a recap", *none),
    ]
    there = [place for place, (n, _) in enumerate((complete, partial, none)) if n]
    parts = [(brief if place != there[0] else named)[place] for place in there]
    return look.language.list(parts) if parts else look.text("no quarter of the record")


def version(reading: Reading) -> str:
    """Which data: "version 1a2b3c, sources read on 23 November 2026"."""
    return reading.look.text(
        "version {version}, sources read on {day}",
        version=reading.record().version,
        day=day_read(reading),
    )


def source(reading: Reading) -> str:
    """The line under every chart that says where its figures come from."""
    record = reading.record()
    return reading.look.text(
        "Source: {organisation} outreach record {version}, read {day}",
        organisation=record.short_name,
        version=record.version,
        day=day_read(reading),
    )


def day_read(reading: Reading) -> str:
    """When the sources were last read, in words."""
    day, look = reading.read_on(), reading.look
    return look.text("no day: it has no source") if day is None else look.language.day(day)
