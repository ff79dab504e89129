"""Partners by standing: new, returning and lapsed, those met most often first."""

from typing import Any

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.events_by_partner import called, first_event
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, plain, ranked_bars
from dashboard.look import Look
from dashboard.rows import as_rows

EACH = 10  # partners drawn of each standing
STANDINGS = ("new", "returning", "lapsed")


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """Bars in three groups, lapsed ones hatched for the events of the year before.

    answer: partners_by_standing.
    """
    n = each(answer, look)
    shown = pd.concat([answer[answer["standing"] == kind].head(n) for kind in STANDINGS])
    shown = shown.assign(
        events=shown["events"].where(shown["standing"] != "lapsed", shown["events_before"])
    )
    rows = as_rows(shown)
    words = standings(look)
    drawn = ranked_bars(
        rows,
        look,
        "partner",
        [called(row, look) for row in rows],
        [look.palette.accent if row.standing == "new" else look.palette.context for row in rows],
        [
            at_bar(row, words, look) if shown["standing"].nunique() > 1 else look.number(row.events)
            for row in rows
        ],
        [hover(row, words, look) for row in rows],
    )
    return lapsed_hatched(drawn, [row.standing == "lapsed" for row in rows], look)


def each(answer: pd.DataFrame, look: Look) -> int:
    """How many partners of each standing are drawn: what the look has room for, in equal parts."""
    return look.most // max(1, answer["standing"].nunique()) if look.most else EACH


def hover(row: Any, words: dict[str, str], look: Look) -> str:
    """A partner in full. row: as drawn, with the events of the year before for a lapsed one."""
    events = look.events(int(row.events))
    if row.standing == "lapsed":
        events = look.text("{events} in the year before", events=events)
    return f"<b>{plain(look.name(row))}</b><br>{words[row.standing]}<br>{events}"


def at_bar(row: Any, words: dict[str, str], look: Look) -> str:
    """The number and the standing; where all partners share one, the sentence says it."""
    return f"{look.number(row.events)} · {words[row.standing]}"


def lapsed_hatched(drawn: Figure, lapsed: list[bool], look: Look) -> Figure:
    """Hatch the bars of lapsed partners; they open their events of the year before."""
    bar, meta = drawn["data"][0], drawn["layout"]["meta"]
    marks = bar["customdata"]
    bar["customdata"] = [
        f"{mark};of=year_before" if gone else mark for gone, mark in zip(lapsed, marks, strict=True)
    ]
    now = dict(zip(marks, bar["customdata"], strict=True))
    bar["marker"]["pattern"] = {
        "shape": ["/" if gone else "" for gone in lapsed],
        "fillmode": "replace",
        "bgcolor": look.palette.page,
        "size": 6,
    }
    meta["ids"] = {name: now[mark] for name, mark in meta["ids"].items()}
    return drawn


def standings(look: Look) -> dict[str, str]:
    _ = look.text
    return {"new": _("new"), "returning": _("returning"), "lapsed": _("lapsed")}


def say(answer: pd.DataFrame, look: Look) -> str:
    """How many partners are new, how many returned, how many lapsed."""
    count = {kind: int((answer["standing"] == kind).sum()) for kind in STANDINGS}
    if answer.empty:
        return look.text("No partner is recorded")
    return look.language.list(
        [
            look.plural(
                "{n} new partner", "{n} new partners", count["new"], "rows=standings;standing=new"
            ),
            look.plural(
                "{n} returning",
                "{n} returning",
                count["returning"],
                "rows=standings;standing=returning",
            ),
            look.plural(
                "{n} lapsed", "{n} lapsed", count["lapsed"], "rows=standings;standing=lapsed"
            ),
        ]
    )


def note(answer: pd.DataFrame, look: Look) -> str:
    if not (answer["standing"] == "lapsed").any():
        return look.text("Partners by standing, with their events")
    return look.text("Partners and their events in the period; for the lapsed, in the year before")


def unit(answer: pd.DataFrame, look: Look) -> str:
    """What the bars are as long as; for the workbook inside a chart of a slide."""
    kinds = set(answer["standing"])
    if "lapsed" not in kinds:
        return look.text("Events")
    if kinds == {"lapsed"}:
        return look.text("Events in the year before")
    return look.text("Events in the period; for the lapsed, in the year before")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    _, words = look.text, standings(look)
    return pd.DataFrame(
        {
            _("Partner"): look.labels(answer),
            _("Standing"): [words[kind] for kind in answer["standing"]],
            _("Events"): answer["events"],
            _("Events in the year before"): answer["events_before"],
            _("First event"): [first_event(row, look) for row in as_rows(answer)],
        }
    )


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    marks = opening.each(answer, "partner")
    return {
        look.text("Events"): marks,
        look.text("Events in the year before"): [f"{mark};of=year_before" for mark in marks],
    }


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    """The rules of what is drawn, in one sentence each, and how many are not drawn."""
    _, kinds, n = look.text, set(answer["standing"]), each(answer, look)
    rules = {
        "new": _("New: first event in the whole record within the period."),
        "returning": _("Returning: seen in the period and before it."),
        "lapsed": _("Lapsed (hatched): met in the four quarters before the period, not in it."),
    }
    seeming = _("A partner can also seem lapsed because nobody recorded the period.")
    return [
        *(rule for kind, rule in rules.items() if kind in kinds),
        *([seeming] if "lapsed" in kinds else []),
        *others(sum(max(0, int((answer["standing"] == k).sum()) - n) for k in STANDINGS), n, look),
    ]


def others(hidden: int, drawn: int, look: Look) -> list[str]:
    """How many partners are not drawn."""
    mark = f"rows=standings;beyond={drawn}"
    said = look.plural("{n} other is not drawn.", "{n} others are not drawn.", hidden, mark)
    return [said] if hidden else []
