"""Events by quarter: columns, with what the record does not cover drawn as such."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts import coverage, opening
from dashboard.charts.coverage import band, covered, drawn, hollow, no_recap, pattern
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, bare_axis, figure, label_axis, plain
from dashboard.look import Look
from dashboard.rows import Answer, Columns, as_rows

Rows = Sequence[Any]  # of the answer
MANY, MANY_NARROW = 28, 10  # quarters beyond which only years are named; on a phone
LETTER = 3.5  # pixels of half a digit
SLOTS = 6  # a chart is at least so many columns wide, so that one quarter is not a wall


def draw(answer: Answer, look: Look) -> Figure:
    """One column a quarter: solid where the record is complete, hatched where partial, hollow on a
    grey band where there is none, dotted while the quarter runs or where the period cuts it.

    answer: events_by_quarter.
    """
    rows = as_rows(answer)
    return figure(
        [columns(rows, look)],
        look,
        height=340,
        margin={"l": 8, "r": edge(rows, look), "t": 8, "b": 8},
        xaxis=axis(rows, look, MANY),
        yaxis=bare_axis(range=[0, max([2, *(row.events for row in rows)]) * 1.22]),
        shapes=[band(n, look) for n, row in enumerate(rows) if row.coverage == "none"],
        annotations=no_recap([row.coverage for row in rows], look),
        bargap=0.22,
        meta={"narrow": {"xaxis": axis(rows, look, MANY_NARROW)}},
    )


def columns(rows: Rows, look: Look) -> dict[str, Any]:
    crowded, narrow = len(rows) > MANY, len(rows) > MANY_NARROW
    return {
        "type": "bar",
        "x": list(range(len(rows))),
        "y": [row.events for row in rows],
        "customdata": [f"quarter={row.quarter}" for row in rows],
        "text": [value_at_bar(row, crowded, look) for row in rows],
        "meta": {"narrow": {"text": [value_at_bar(row, narrow, look) for row in rows]}},
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": 11 if crowded else 14, "color": look.palette.ink},
        "marker": marker(rows, look),
        "hovertext": [
            hover(row, recorded, look)
            for row, recorded in zip(rows, covered(rows, look), strict=True)
        ],
        "hoverinfo": "text",
    }


def edge(rows: Rows, look: Look) -> int:
    """Pixels beside the last column: so many that its number, wider than one of many, is whole."""
    last = value_at_bar(rows[-1], True, look) if len(rows) > MANY_NARROW else ""
    return max(8, round(LETTER * len(last)))


def marker(rows: Rows, look: Look) -> dict[str, Any]:
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


def value_at_bar(row: Any, crowded: bool, look: Look) -> str:
    """The number, with ≈ where some is dated approximately and there is room; nothing where nobody
    recorded.
    """
    if row.events == 0:
        return "" if row.coverage == "none" else "0"
    number = look.number(row.events)
    return f"{number}≈" if row.approximate and not crowded else number


def axis(rows: Rows, look: Look, many: int) -> dict[str, Any]:
    """Quarter over year; the year stands where it begins, alone when there are many quarters."""
    years = [row.year.removeprefix("FY") for row in rows]
    starts = [n == 0 or years[n - 1] != year for n, year in enumerate(years)]
    named = [year if start else "" for year, start in zip(years, starts, strict=True)]
    if len(years) > many and years.count(years[0]) == 1:
        named[0] = ""  # a lone quarter's year would run into the next
    quarters = [short(look.name(row)) for row in rows]
    texts = [f"{quarter}<br>{year}" for quarter, year in zip(quarters, named, strict=True)]
    spare = max(0, SLOTS - len(rows)) / 2
    return label_axis(look) | {
        "type": "linear",
        "tickvals": list(range(len(rows))),
        "ticktext": named if len(rows) > many else texts,
        "tickangle": 0,
        "range": [-0.6 - spare, len(rows) - 0.4 + spare],
        "tickfont": {"size": 12, "color": look.palette.quiet},
    }


def short(label: str) -> str:
    """Q4 of "Q4 2024" and of "FY2024-25 Q4"; T4 of "T4 2024"."""
    return next((word for word in label.split() if word[1:].isdigit()), label)


def hover(row: Any, recorded: str, look: Look) -> str:
    months = plain(look.name(row, "months"))
    events = look.events(int(row.events))
    return f"<b>{plain(look.name(row))}</b> ({months})<br>{events}<br>{recorded}"


def say(answer: Answer, look: Look) -> str:
    """When most events took place, with figures."""
    _, rows = look.text, as_rows(answer)
    total = sum(row.events for row in rows)
    if total == 0:
        return _("No event is recorded in this period")
    n = max(row.events for row in rows)
    best = [row for row in rows if row.events == n]
    if len(rows) == 1:
        events = look.events(total, f"quarter={best[0].quarter}")
        return _("{quarter}: {events}", quarter=look.name(best[0]), events=events)
    return of_several(best, total, look) if len(best) > 1 else of_one(rows, best[0], total, look)


def of_one(rows: Rows, best: Any, total: int, look: Look) -> str:
    """One quarter has more events than any other, or all there are."""
    _, n, name, mark = look.text, best.events, look.name(best), f"quarter={best.quarter}"
    only = alone(rows, best)
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


def of_several(best: Rows, total: int, look: Look) -> str:
    """Several quarters have as many events as each other, and no other has more."""
    _, events, n = look.text, look.events(total, "measure=events"), best[0].events
    if len(best) > 3:
        first = look.figure(n, f"quarter={best[0].quarter}")
        return _("{events}, at most {n} in a quarter", events=events, n=first)
    quarters = look.counted(best, "quarter")
    if n * len(best) == total:
        return _("{events}: {figures}", events=events, figures=quarters)
    return _("{quarters} held the most of {events}", quarters=quarters, events=events)


def alone(rows: Rows, best: Any) -> bool:
    """Whether the quarter with most events is also the only one recorded in full."""
    return [row for row in rows if row.coverage == "complete" and not row.cut] == [best]


def note(answer: Answer, look: Look) -> str:
    return look.text("Events by the quarter in which they start")


def table(answer: Answer, look: Look) -> Columns:
    """The figures in words: one row a quarter."""
    _, rows = look.text, as_rows(answer)
    return {
        _("Quarter"): [f"{look.name(row)} ({look.name(row, 'months')})" for row in rows],
        _("Events"): answer["events"],
        _("Dated approximately"): answer["approximate"],
        _("Record"): covered(rows, look),
        _("Note"): look.texts(answer, "note"),
    }


def opens(answer: Answer, look: Look) -> Opens:
    marks = opening.each(answer, "quarter")
    return {
        look.text("Events"): marks,
        look.text("Dated approximately"): [f"{mark};dated=approximate" for mark in marks],
    }


def foot(answer: Answer, look: Look) -> list[str]:
    """What the reader must know of coverage and dates."""
    rows, kinds = as_rows(answer), drawn(answer)
    if not any(row.events for row in rows):
        return []
    return [
        *([coverage.not_recorded(rows, "hollow" in kinds, look)] if "band" in kinds else []),
        *([coverage.recorded_in_part(rows, look)] if "hatched" in kinds else []),
        *cut_short(rows, look),
        *approximately(rows, look),
    ]


def cut_short(rows: Rows, look: Look) -> list[str]:
    """A quarter that still runs, or that the period cuts: dotted where it has events."""
    _ = look.text
    if any(row.running and row.events for row in rows):
        return [_("Dotted: a quarter that still runs.")]
    if any(row.cut and row.events for row in rows):
        return [_("Dotted: a quarter only partly within the period.")]
    return [_("One quarter still runs.")] if any(row.running for row in rows) else []


def approximately(rows: Rows, look: Look) -> list[str]:
    n, total = sum(row.approximate for row in rows), sum(row.events for row in rows)
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
