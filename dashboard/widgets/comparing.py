"""Cards that set two selections side by side, on one scale, with their differences."""

from typing import Any

import pandas as pd

from dashboard import discretion, session, sides, wording
from dashboard.charts import side_by_side
from dashboard.look import Look, unmarked
from dashboard.reading import Reading
from dashboard.rows import first_row
from dashboard.tabled import alternative, columns
from dashboard.widgets import exporting, filters
from dashboard.widgets.card import words
from dashboard.widgets.figures import HEADLINE
from dashboard.widgets.holdings import listed
from dashboard.widgets.paired import FRAMES, OTHER, both, in_words
from queries import measures
from queries.selection import COMPARED

QUARTERS = 40  # places drawn, the latest


def versus(look: Look) -> dict[str, Any]:
    """The block in which B is chosen, and both are named."""
    one, other = both()
    named = other.chosen.link()
    return {
        "kind": "versus",
        "key": "versus",
        "a": look.text("A: {selection}", selection=wording.scope(one)),
        "b": look.text("B: {selection}", selection=wording.scope(other)),
        "label": look.text("Compare with"),
        "filters": filters.of_other(),
        "link": {name: value for name, value in named.items() if name != "calendar"},
        "ways": ways(one, look),
        "swap": {"label": look.text("Swap A and B"), "link": swapped(one, other)},
    }


def ways(one: Reading, look: Look) -> list[dict[str, Any]]:
    """What is most often compared with."""
    offered = {
        look.text("The period before"): sides.before(one),
        look.text("The same days a year before"): sides.year_before(one),
    }
    return [
        {"label": label, "link": one.during(*days).chosen.link()} for label, days in offered.items()
    ]


def swapped(one: Reading, other: Reading) -> dict[str, str]:
    """The link in which the two have changed places."""
    link = one.chosen.link()
    before = {session.VERSUS + n: link[n] for n in COMPARED if n in link}
    return {"lang": one.look.language.code, **other.chosen.link(), **before}


def figures(look: Look) -> dict[str, Any]:
    """The headline measures of both sides, and the differences."""
    rows = [first_row(reading.ask("headline")) for reading in both()]
    answer = pd.DataFrame(
        [[int(getattr(row, name)) for row in rows] for name in HEADLINE], columns=["a", "b"]
    )
    answer["label_en"] = [look.text(measures.load()[name].label) for name in HEADLINE]
    answer["label_fr"] = answer["label_en"]
    answer["mark_a"] = [f"measure={name}" for name in HEADLINE]
    answer["mark_b"] = answer["mark_a"] + OTHER
    n = answer.iloc[0]
    sentence = look.text(
        "Events: {a} in A, {b} in B; {difference}",
        a=look.figure(int(n["a"]), n["mark_a"]),
        b=look.figure(int(n["b"]), n["mark_b"]),
        difference=side_by_side.change(int(n["a"]), int(n["b"]), look),
    )
    shown, opens = side_by_side.table(answer, look), side_by_side.opens(answer, look)
    told = " ".join([*warnings(look), *kept_back(look)])
    return listed(sentence, shown, span=5, note=told, opens=opens)


def warnings(look: Look) -> list[str]:
    """How far each side is recorded, where that differs or is not full; how they overlap."""
    kinds = [list(reading.ask("events_by_quarter")["coverage"]) for reading in both()]
    if sorted(kinds[0]) == sorted(kinds[1]):
        return []
    a, b = (in_full(kind, side, look) for kind, side in zip(kinds, ("", OTHER), strict=True))
    return [look.text("Mind the record: of the quarters, {a} in full in A, {b} in B.", a=a, b=b)]


def kept_back(look: Look) -> list[str]:
    """What of each side is internal or under embargo, if anything."""
    a, b = (" · ".join(discretion.told(reading)) for reading in both())
    told = [look.text("A: {selection}", selection=a) if a else ""]
    told.append(look.text("B: {selection}", selection=b) if b else "")
    return [line for line in told if line]


def in_full(kinds: list[str], side: str, look: Look) -> str:
    full = look.figure(kinds.count("complete"), f"rows=quarters;coverage=complete{side}")
    total = look.figure(len(kinds), f"rows=quarters{side}")
    return look.text("{full} of {n}", full=full, n=total)


def card(name: str, note: str, foot: list[str], span: int = 6) -> dict[str, Any]:
    """The card of one of FRAMES. note: what is counted; foot: what the reader must know."""
    look, answer = session.look(), FRAMES[name]()
    quarters = name == "compared_by_quarter"
    every = answer if quarters else side_by_side.ranked(answer)
    drawn = every.tail(QUARTERS) if quarters else every.head(side_by_side.TOP)
    said = side_by_side.say(every, look)
    shown = side_by_side.table(every, look)
    lines = [*foot, *hidden(len(every) - len(drawn), look), *warnings(look), *kept_back(look)]
    if quarters:
        lines[1:1] = longer(look)
    return {
        "kind": "card",
        "key": name,
        "span": span,
        "sentence": unmarked(said),
        "said": said,
        "note": note,
        "scope": f"{note} · {in_words(look)}",
        "figure": side_by_side.draw(drawn, look) if len(drawn) else None,
        "empty": None if len(drawn) else look.text("Neither A nor B holds an event"),
        "alt": alternative(unmarked(said), shown, look),
        "table": columns(shown, side_by_side.opens(every, look)),
        "foot": lines,
        "plain_foot": [unmarked(line) for line in lines],
        "source": wording.source(session.reading()),
        "words": words(look),
        "explain": "events",
        "offered": {**exporting.offered(look), "rows": ""},
        "file_name": exporting.name(name, session.reading()),
    }


def longer(look: Look) -> list[str]:
    """The quarters that only one side has."""
    n = sides.beside(*both())
    if not n:
        return []
    return [
        look.plural(
            "{n} quarter of the longer period has none beside it and is left out.",
            "{n} quarters of the longer period have none beside them and are left out.",
            n,
        )
    ]


def hidden(n: int, look: Look) -> list[str]:
    if n <= 0:
        return []
    return [look.plural("{n} other stands in the table.", "{n} others stand in the table.", n)]
