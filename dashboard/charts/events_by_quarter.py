"""Events by quarter: columns, with what the record does not cover drawn as such."""

from typing import Any

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.coverage import band, covered, drawn, hollow, no_recap, pattern
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, bare_axis, figure, label_axis, plain
from dashboard.look import Look
from dashboard.rows import as_rows

MANY, MANY_NARROW = 28, 10  # quarters beyond which only years are named; on a phone
SLOTS = 6  # a chart is at least so many columns wide, so that one quarter is not a wall


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """One column a quarter: solid where the record is complete, hatched where partial, hollow on a
    grey band where there is none, dotted while the quarter runs or where the period cuts it.

    answer: events_by_quarter.
    """
    return figure(
        [columns(answer, look)],
        look,
        height=340,
        xaxis=axis(answer, look, MANY),
        yaxis=bare_axis(range=[0, max(2, int(answer["events"].max())) * 1.22]),
        shapes=[band(n, look) for n, kind in enumerate(answer["coverage"]) if kind == "none"],
        annotations=no_recap(answer, look),
        bargap=0.22,
        meta={"narrow": {"xaxis": axis(answer, look, MANY_NARROW)}},
    )


def columns(answer: pd.DataFrame, look: Look) -> dict[str, Any]:
    rows = as_rows(answer)
    crowded = len(rows) > MANY
    return {
        "type": "bar",
        "x": list(range(len(rows))),
        "y": [row.events for row in rows],
        "customdata": [f"quarter={row.quarter}" for row in rows],
        "text": [value_at_bar(row, crowded) for row in rows],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": 11 if crowded else 14, "color": look.palette.ink},
        "marker": marker(rows, look),
        "hovertext": [hover(row, look) for row in rows],
        "hoverinfo": "text",
    }


def marker(rows: list[Any], look: Look) -> dict[str, Any]:
    accent = look.palette.accent
    return {
        "color": [look.palette.page if hollow(row) else accent for row in rows],
        "line": {"color": accent, "width": [1.5 if row.events else 0 for row in rows]},
        "pattern": {
            "shape": [pattern(row) for row in rows],
            "fillmode": "replace",
            "bgcolor": look.palette.page,
            "size": 6,
            "solidity": 0.4,
        },
    }


def value_at_bar(row: Any, crowded: bool) -> str:
    """The number, with ≈ where some is dated approximately and there is room; nothing where nobody
    recorded.
    """
    if row.events == 0:
        return "" if row.coverage == "none" else "0"
    return f"{row.events}≈" if row.approximate and not crowded else str(row.events)


def axis(answer: pd.DataFrame, look: Look, many: int) -> dict[str, Any]:
    """Quarter over year; the year stands where it begins, alone when there are many quarters."""
    years = [str(year).removeprefix("FY") for year in answer["year"]]
    starts = [n == 0 or years[n - 1] != year for n, year in enumerate(years)]
    named = [year if start else "" for year, start in zip(years, starts, strict=True)]
    if len(years) > many and years.count(years[0]) == 1:
        named[0] = ""  # a lone quarter's year would run into the next
    quarters = [short(label) for label in look.labels(answer)]
    texts = [f"{quarter}<br>{year}" for quarter, year in zip(quarters, named, strict=True)]
    spare = max(0, SLOTS - len(answer)) / 2
    return label_axis(look) | {
        "type": "linear",
        "tickvals": list(range(len(answer))),
        "ticktext": named if len(answer) > many else texts,
        "tickangle": 0,
        "range": [-0.6 - spare, len(answer) - 0.4 + spare],
        "tickfont": {"size": 12, "color": look.palette.quiet},
    }


def short(label: str) -> str:
    """Q4 of "Q4 2024" and of "FY2024-25 Q4"; T4 of "T4 2024"."""
    return next((word for word in label.split() if word[1:].isdigit()), label)


def hover(row: Any, look: Look) -> str:
    months = plain(look.name(row, "months"))
    events = look.events(int(row.events))
    return f"<b>{plain(look.name(row))}</b> ({months})<br>{events}<br>{covered(row, look)}"


def say(answer: pd.DataFrame, look: Look) -> str:
    """When most events took place, with figures."""
    _, total = look.text, int(answer["events"].sum())
    if total == 0:
        return _("No event is recorded in this period")
    best = answer[answer["events"] == answer["events"].max()]
    if len(answer) == 1:
        mark = f"quarter={answer['quarter'].iloc[0]}"
        name = look.labels(answer).iloc[0]
        return _("{quarter}: {events}", quarter=name, events=look.events(total, mark))
    return of_several(best, total, look) if len(best) > 1 else of_one(answer, best, look)


def of_one(answer: pd.DataFrame, best: pd.DataFrame, look: Look) -> str:
    """One quarter has more events than any other, or all there are."""
    _, n, total = look.text, int(best["events"].iloc[0]), int(answer["events"].sum())
    name, mark = look.labels(best).iloc[0], f"quarter={best['quarter'].iloc[0]}"
    only = alone(answer, best)
    if n == total:
        full = _("{quarter}, the only quarter recorded in full", quarter=name) if only else name
        return look.plural(
            "{n} event is recorded, in {quarter}",
            "All {n} events start in {quarter}",
            n,
            mark,
            quarter=full,
        )
    share = look.share(n, total, mark)
    if only:
        return _(
            "{quarter}, the only quarter recorded in full, holds {share}", quarter=name, share=share
        )
    return _("{quarter} held the most: {share}", quarter=name, share=share)


def of_several(best: pd.DataFrame, total: int, look: Look) -> str:
    """Several quarters have as many events as each other, and no other has more."""
    _, events, n = look.text, look.events(total, "measure=events"), int(best["events"].iloc[0])
    if len(best) > 3:
        first = look.figure(n, f"quarter={best['quarter'].iloc[0]}")
        return _("{events}, at most {n} in a quarter", events=events, n=first)
    quarters = look.counted(best, "quarter")
    if n * len(best) == total:
        return _("{events}: {figures}", events=events, figures=quarters)
    return _("{quarters} held the most of {events}", quarters=quarters, events=events)


def alone(answer: pd.DataFrame, best: pd.DataFrame) -> bool:
    """Whether the quarter with most events is also the only one recorded in full."""
    complete = answer[(answer["coverage"] == "complete") & ~answer["cut"].astype(bool)]
    return list(complete["quarter"]) == list(best["quarter"])


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by the quarter in which they start")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    """The figures in words: one row a quarter."""
    _, rows = look.text, as_rows(answer)
    return pd.DataFrame(
        {
            _("Quarter"): [f"{look.name(row)} ({look.name(row, 'months')})" for row in rows],
            _("Events"): answer["events"],
            _("Dated approximately"): answer["approximate"],
            _("Record"): [covered(row, look) for row in rows],
            _("Note"): look.labels(answer, "note").fillna(""),
        }
    )


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    marks = opening.each(answer, "quarter")
    return {
        look.text("Events"): marks,
        look.text("Dated approximately"): [f"{mark};dated=approximate" for mark in marks],
    }


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    """What the reader must know of coverage and dates."""
    if not answer["events"].any():
        return []
    kinds = drawn(answer)
    return [
        *([not_recorded(answer, "hollow" in kinds, look)] if "band" in kinds else []),
        *([recorded_in_part(answer, look)] if "hatched" in kinds else []),
        *cut_short(answer, look),
        *approximately(answer, look),
    ]


def not_recorded(answer: pd.DataFrame, hollow_ones: bool, look: Look) -> str:
    bands = look.plural(
        "Grey band: {n} quarter without a recap.",
        "Grey bands: {n} quarters without a recap.",
        int((answer["coverage"] == "none").sum()),
        "rows=quarters;coverage=none",
    )
    low = look.text("A low bar there means “not recorded”; hollow ones are known from other pages.")
    none = look.text("No bar there means “not recorded”.")
    return f"{bands} {low if hollow_ones else none}"


def cut_short(answer: pd.DataFrame, look: Look) -> list[str]:
    """A quarter that still runs, or that the period cuts: dotted where it has events."""
    _, dotted = look.text, answer[answer["events"] > 0]
    if dotted["running"].astype(bool).any():
        return [_("Dotted: a quarter that still runs.")]
    if dotted["cut"].astype(bool).any():
        return [_("Dotted: a quarter only partly within the period.")]
    return [_("One quarter still runs.")] if answer["running"].astype(bool).any() else []


def recorded_in_part(answer: pd.DataFrame, look: Look) -> str:
    whole = ~answer["running"].astype(bool) & ~answer["cut"].astype(bool)
    n = int(((answer["coverage"] == "partial") & whole).sum())
    return look.plural(
        "Hatched: {n} quarter recorded in part.",
        "Hatched: {n} quarters recorded in part.",
        n,
        "rows=quarters;coverage=hatched",
    )


def approximately(answer: pd.DataFrame, look: Look) -> list[str]:
    n, total = int(answer["approximate"].sum()), int(answer["events"].sum())
    if not n:
        return []
    return [
        look.plural(
            "≈ {n} of {total} is dated approximately and stands where its window opens.",
            "≈ {n} of {total} are dated approximately and stand where their windows open.",
            n,
            "dated=approximate",
            total=look.figure(total, "measure=events"),
        )
    ]
