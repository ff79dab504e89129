"""The filters, once for all pages: what can be chosen, with counts, and what is chosen."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard import discretion, session, versus, wording
from dashboard import look as looks
from dashboard.language import Language
from dashboard.look import Look
from dashboard.reading import Answers, Reading, kept
from dashboard.rows import as_rows, first_row
from dashboard.widgets import periods
from dashboard.widgets.component import Written, written
from queries.audience import allowed
from queries.selection import DIMENSIONS, Selection

KEPT = 16  # views whose filters are kept in memory for all readers together
CHIPS = 6  # chips of one filter
MOST = 1500  # options of one filter sent to the browser


def described() -> Written:
    """Everything the filter bar shows, in the reader's language."""
    return kept_for(session.view())


@lru_cache(maxsize=KEPT)
def kept_for(view: session.View) -> Written:
    """The filters in a view, kept for whoever asks for them next."""
    return written(offered(view))


def of_other() -> dict[str, Any]:
    """The same for the selection compared with, which shares the calendar and what counts."""
    found = offered(session.view(versus.other()))
    shared = {"calendar": None, "unconfirmed": None, "reset": None, "name": "vs-"}
    chips = [chip for chip in found["chips"] if chip["dimension"] in DIMENSIONS]
    return {**found, **shared, "chips": chips}


def offered(view: session.View) -> dict[str, Any]:
    """The filters in a view."""
    reading = session.reading_in(view)
    _, chosen = reading.look.text, reading.chosen
    return {
        "name": "",
        "label": _("Filters"),
        "period": periods.described(reading),
        "calendar": calendar(reading.look, chosen),
        "dimensions": [dimension(name, reading) for name in DIMENSIONS],
        "unconfirmed": unconfirmed(reading),
        "chips": [*public(reading), *in_period(reading), *chips(reading)],
        "reset": {
            "label": _("Reset"),
            "link": {"lang": reading.look.language.code, **audience(chosen)},
            "needed": needed(chosen),
        },
        "words": {
            "search": _("Search"),
            "clear": _("Clear"),
            "nothing": _("Nothing of that name"),
            "apply": _("Apply"),
            "filters": _("Filters"),
            "close": _("Close"),
        },
    }


def needed(chosen: Selection) -> bool:
    """Whether anything is chosen that a reset would undo."""
    first, last = session.whole()
    return chosen != Selection(first, last, audience=chosen.audience)


def audience(chosen: Selection) -> dict[str, str]:
    """Who reads, as a link says it: a reset must not show the public what is hidden."""
    return {name: value for name, value in chosen.link().items() if name == "audience"}


def calendar(look: Look, chosen: Selection) -> dict[str, Any]:
    _ = look.text
    names = {"calendar": _("Calendar"), "fiscal": _("Fiscal")}
    return {
        "label": _("Years"),
        "options": [
            {"id": name, "label": label, "on": chosen.calendar == name}
            for name, label in names.items()
        ],
    }


def dimension(name: str, reading: Reading) -> dict[str, Any]:
    """One filter: its options in the order a reader expects, each with the events it would show."""
    look, chosen, counts = reading.look, reading.chosen, counted(name, reading)
    short = wording.acronyms(reading) if name == "partner" else {}
    options = [
        {
            "id": id,
            "label": label,
            "short": short.get(id, ""),
            "count": counts.get(id, 0),
            "on": id in chosen.chosen(name),
        }
        for id, label in named(reading.answers, reading.shown_on, look.language)[name]
    ]
    offered = offerable(options)
    return {
        "id": name,
        "label": wording.titles(look)[name],
        "options": offered,
        "match": match(look, chosen) if name == "theme" else None,
        "hint": look.text("Events, with the other filters as they are"),
        "more": more(len(options) - len(offered), look),
    }


@kept
def named(answers: Answers, day: date, language: Language) -> dict[str, list[tuple[str, str]]]:
    """The id and the name of each value of each filter, in the order in which they are offered."""
    look = looks.look(language=language)
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in DIMENSIONS}
    for row in as_rows(answers("vocabulary", {"shown_on": day})):
        found[row.dimension].append((row.id, look.name(row)))
    for name in ("partner", "project"):
        found[name].sort(key=lambda option: language.sorting(option[1]))
    return found


def offerable(options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All options or, of very many, those chosen and those with most events."""
    if len(options) <= MOST:
        return options
    ranked = sorted(options, key=lambda option: (not option["on"], -option["count"]))
    kept = {option["id"] for option in ranked[:MOST]}
    return [option for option in options if option["id"] in kept]


def more(n: int, look: Look) -> str:
    if not n:
        return ""
    return look.plural(
        "{n} other has fewer events: name it in the link.",
        "{n} others have fewer events: name them in the link.",
        n,
    )


def counted(name: str, reading: Reading) -> dict[str, int]:
    """Events by option, with this filter lifted and the others in force.

    Where an event must carry all chosen themes, a further one narrows what is chosen already.
    """
    chosen = reading.chosen
    narrows = name == "theme" and chosen.match == "all"
    answer = reading.columns(f"events_by_{name}", chosen if narrows else chosen.without(name))
    return dict(zip(answer[name], answer["events"].tolist(), strict=True))


def match(look: Look, chosen: Selection) -> dict[str, Any]:
    _ = look.text
    names = {"any": _("Any of them"), "all": _("All of them")}
    return {
        "label": _("Of several themes, an event must carry"),
        "options": [
            {"id": key, "label": label, "on": chosen.match == key} for key, label in names.items()
        ],
    }


def unconfirmed(reading: Reading) -> dict[str, Any]:
    """The switch, and how many events it leaves out or adds."""
    look, chosen = reading.look, reading.chosen
    _, left_out = look.text, first_row(reading.columns("headline")).unconfirmed_left_out
    if not chosen.unconfirmed:
        hint = look.plural("{n} left out", "{n} left out", left_out)
    else:
        without = first_row(reading.columns("headline", replace(chosen, unconfirmed=False)))
        added = without.unconfirmed_left_out
        hint = look.plural("{n} counted", "{n} counted", added)
    return {"label": _("Unconfirmed"), "on": chosen.unconfirmed, "hint": hint}


def public(reading: Reading) -> list[dict[str, str]]:
    """The public's view as a chip; it has no `remove` where the server shows no other."""
    view = discretion.view(reading)
    if not view:
        return []
    removable = "internal" in allowed()
    remove = reading.look.text("Remove {value}", value=view) if removable else ""
    return [{"dimension": "audience", "id": "public", "label": view, "remove": remove}]


def in_period(reading: Reading) -> list[dict[str, str]]:
    """The period as a chip, where it is not the whole record: a click on a quarter sets it."""
    if (reading.chosen.first_day, reading.chosen.last_day) == reading.whole():
        return []
    called = wording.period(reading)
    return [
        {
            "dimension": "period",
            "id": "",
            "label": called,
            "remove": reading.look.text("Remove {value}", value=called),
        }
    ]


def chips(reading: Reading) -> list[dict[str, str]]:
    """What is in force beside the period, each of which can be taken away."""
    look, names = reading.look, wording.vocabulary(reading)
    found = []
    for name in DIMENSIONS:
        values = reading.chosen.chosen(name)
        if len(values) > CHIPS:  # one for all of them
            label = wording.many_label(name, values, reading)
            remove = look.text("Remove {value}", value=label)
            found.append({"dimension": name, "id": "", "label": label, "remove": remove})
            continue
        for value in values:
            label = wording.filter_label(name, value, reading)
            remove = look.text("Remove {value}", value=names[name, value])
            found.append({"dimension": name, "id": value, "label": label, "remove": remove})
    return found
