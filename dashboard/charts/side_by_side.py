"""Two selections on one scale: a filled and a hollow mark a row, and the difference in words.

What is compared comes as a frame with id, label_en, label_fr, a, b, mark_a and mark_b: the events
of each side, and the marks that open them; short_en and short_fr where names have a short form.
Quarters bear coverage_a, coverage_b, known_a and known_b too: what nobody recorded is no number.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.charts import coverage
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, bare_axis, distinct, figure, plain, shortened
from dashboard.look import Look
from dashboard.rows import as_rows, first_row

ROW = 30  # pixels of height of a row
TOP = 15  # rows drawn
UNNAMED = ("none", "online", "not_recorded")  # what stands last and never leads
WIDE, NARROW = 360, 150  # pixels of the axis at the usual sizes of a window
SHORT = 5  # letters of numbers that leave a phone room for their difference
LETTER, MARK = 7.5, 18  # pixels of a letter, and of a mark with the space around it
LARGE = 10  # below it on either side there is no percentage


def ranked(answer: pd.DataFrame) -> pd.DataFrame:
    """The rows with an event on either side, those with most first, the nameless last."""
    most = answer[["a", "b"]].max(axis=1)
    order = answer.assign(most=most, last=answer["id"].isin(UNNAMED))[most > 0]
    found = order.sort_values(["last", "most"], ascending=[True, False], kind="stable")
    return found.drop(columns=["most", "last"]).reset_index(drop=True)


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """A row an id: A as a filled circle, B as a hollow diamond, a line between them."""
    names = distinct([shortened(plain(name)) for name in short_names(answer, look)])
    rows = list(as_rows(answer))
    short = [bare(row, look) for row in rows] if roomy(answer, look) else []
    return figure(
        [side(answer, look, "a"), side(answer, look, "b")],
        look,
        height=ROW * len(answer) + 40,
        xaxis=scale(answer, WIDE, look, [differs(row, look) for row in rows]),
        annotations=[at(place, differs(row, look), look) for place, row in enumerate(rows)],
        meta={
            "narrow": {
                "xaxis": scale(answer, NARROW, look, short),
                "annotations": [at(place, text, look) for place, text in enumerate(short)],
            }
        },
        yaxis=bare_axis(
            showticklabels=True,
            tickvals=list(range(len(answer))),
            ticktext=[f"{name}  " for name in names],
            range=[len(answer) - 0.5, -0.9],
            automargin=True,
        ),
        shapes=[between(place, row, look) for place, row in enumerate(rows) if known(row)],
    )


def scale(answer: pd.DataFrame, wide: int, look: Look, beside: Sequence[str]) -> dict[str, Any]:
    """An axis with room for the numbers on both sides of the marks, and for what stands beside.

    wide: pixels of the axis.
    """
    most = max([1, *answer["a"], *answer["b"]])
    number = MARK + LETTER * len(look.number(int(most)))
    left, right = number, number + LETTER * max(map(len, beside), default=0)
    drawn = max(wide - left - right, wide / 4)
    return bare_axis(range=[-most * left / drawn, most * (1 + right / drawn)])


def short_names(answer: pd.DataFrame, look: Look) -> "pd.Series[Any]":
    return look.labels(answer, "short" if "short_en" in answer else "label")


def side(answer: pd.DataFrame, look: Look, which: str) -> dict[str, Any]:
    """The marks of one side, each number on the side away from the other's."""
    filled, counts = which == "a", [int(n) for n in answer[which]]
    seen = list(answer[f"known_{which}"]) if f"known_{which}" in answer else [True] * len(answer)
    colour = look.palette.accent if filled else look.palette.ink
    hover = [
        f"<b>{plain(name)}</b><br>{which.upper()}: {look.events(n)}"
        for name, n in zip(look.labels(answer), counts, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [n if drawn else None for n, drawn in zip(counts, seen, strict=True)],
        "y": list(range(len(answer))),
        "customdata": list(answer[f"mark_{which}"]),
        "text": [f" {look.number(n)} " for n in counts],
        "textposition": [
            "middle right" if (a >= b) == filled else "middle left"
            for a, b in zip(answer["a"], answer["b"], strict=True)
        ],
        "textfont": {"size": 12, "color": colour},
        "marker": {
            "symbol": "circle" if filled else "diamond-open",
            "size": 11 if filled else 13,
            "color": colour,
            "opacity": 1,
            "line": {"width": 2, "color": colour},
        },
        "hovertext": hover,
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def between(place: int, row: Any, look: Look) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "x0": row.a,
        "x1": row.b,
        "y0": place,
        "y1": place,
        "line": {"color": look.palette.rule, "width": 3},
    }


def roomy(answer: pd.DataFrame, look: Look) -> bool:
    """Whether a phone has room for differences: else they stand in the table alone."""
    most = max([0, *map(int, answer["a"]), *map(int, answer["b"])])
    return len(look.number(most)) <= SHORT


def at(place: int, text: str, look: Look) -> dict[str, Any]:
    """What stands at the right end of a row."""
    return {
        "text": text,
        "xref": "paper",
        "x": 1,
        "y": place,
        "xanchor": "right",
        "showarrow": False,
        "font": {"size": 13, "color": look.palette.quiet},
    }


def known(row: Any) -> bool:
    """Whether both numbers of a row are."""
    return bool(getattr(row, "known_a", True) and getattr(row, "known_b", True))


def differs(row: Any, look: Look) -> str:
    return change(row.a, row.b, look) if known(row) else look.text("not recorded")


def bare(row: Any, look: Look) -> str:
    """The difference as a phone has room for it, without the percentage."""
    return str(look.language.signed(int(row.a - row.b))) if known(row) else "–"


def change(a: int, b: int, look: Look) -> str:
    """A less B: "+2"; with a percentage of B only where both reach ten."""
    difference = str(look.language.signed(int(a - b)))
    if min(a, b) < LARGE:
        return difference
    percent = look.language.signed(round(100 * (a - b) / b))
    return look.text("{difference} ({percent}%)", difference=difference, percent=percent)


def say(answer: pd.DataFrame, look: Look) -> str:
    """Where the two differ most, with both figures."""
    recorded = answer.take([n for n, row in enumerate(as_rows(answer)) if known(row)])
    if len(answer) and recorded.empty:
        return look.text("Nothing here is recorded in both A and B")
    named = recorded[~recorded["id"].isin(UNNAMED)]
    apart = (named["a"] - named["b"]).abs()
    if named.empty or apart.max() == 0:
        if len(recorded) < len(answer):
            return look.text("A and B do not differ where both are recorded")
        return look.text("A and B do not differ here")
    row: Any = first_row(named[apart == apart.max()])
    return look.text(
        "{name} differs most: {a} in A, {b} in B",
        name=look.name(row, "short" if "short_en" in answer else "label"),
        a=look.figure(int(row.a), row.mark_a),
        b=look.figure(int(row.b), row.mark_b),
    )


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Both sides and their difference, A less B; of quarters also how far they are recorded."""
    rows = as_rows(answer)
    shown = pd.DataFrame(
        {
            look.text("Compared"): look.labels(answer),
            "A": answer["a"],
            "B": answer["b"],
            look.text("Difference"): [differs(row, look) for row in rows],
        }
    )
    if "coverage_a" not in answer:
        return shown
    kinds = coverage.kinds(look)
    pairs = [(kinds[row.coverage_a], kinds[row.coverage_b]) for row in rows]
    return shown.assign(**{look.text("Record"): [" / ".join(dict.fromkeys(p)) for p in pairs]})


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    return {"A": list(answer["mark_a"]), "B": list(answer["mark_b"])}
