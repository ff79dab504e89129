"""Events by combination of themes: exclusive, so the bars add up to the events."""

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, plain, ranked_bars, shortened
from dashboard.look import Look
from dashboard.rows import as_rows

TOP = 15
LONGEST = 58  # letters of a combination's name beside its bar


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """One bar for each of the top combinations. answer: events_by_combination."""
    rows = as_rows(answer)[: look.most or TOP]
    return ranked_bars(
        rows,
        look,
        "combination",
        [shortened(look.name(row), LONGEST) for row in rows],
        [look.palette.accent if row.themes > 1 else look.palette.context for row in rows],
        [look.number(row.events) for row in rows],
        [f"<b>{plain(look.name(row))}</b><br>{look.events(row.events)}" for row in rows],
    )


def say(answer: pd.DataFrame, look: Look) -> str:
    """How many events combine themes, and in how many ways."""
    total = int(answer["events"].sum())
    if total == 0:
        return look.text("No event to sort by theme")
    several = answer[answer["themes"] > 1]
    ways = look.plural(
        "{n} combination", "{n} combinations", len(several), "rows=combinations;themes=several"
    )
    return look.text(
        "{share} combine two themes or more, in {ways}",
        share=look.share(int(several["events"].sum()), total, "theme=several"),
        ways=ways,
    )


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by the whole set of themes they carry")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    _ = look.text
    return pd.DataFrame(
        {
            _("Combination"): look.labels(answer),
            _("Events"): answer["events"],
        }
    )


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    return opening.events(answer, "combination", look)


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    """What the bars add up to, and what is not drawn."""
    total, hidden = int(answer["events"].sum()), len(answer) - (look.most or TOP)
    others = look.plural(
        "{n} other combination is not drawn.",
        "{n} other combinations are not drawn.",
        max(0, hidden),
        f"rows=combinations;beyond={look.most or TOP}",
    )
    adds = look.plural(
        "All combinations add up to {n} event.",
        "All combinations add up to {n} events.",
        total,
        "measure=events",
    )
    return [adds, others] if hidden > 0 else [adds]
