"""Events by partner: the fifteen met most often, and how many others."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, plain, ranked_bars, shortened
from dashboard.look import Look
from dashboard.rows import Answer, Columns, as_rows

TOP = 15


def draw(answer: Answer, look: Look) -> Figure:
    """One bar for each of the top partners. answer: events_by_partner."""
    met = partners(answer)
    rows, some = met[: look.most or TOP], not all(row.new for row in met)  # all new: none is marked
    return ranked_bars(
        rows,
        look,
        "partner",
        [called(row, look) for row in rows],
        [look.palette.accent] * len(rows),
        [at_bar(row, look) if some else look.number(row.events) for row in rows],
        [f"<b>{plain(look.name(row))}</b><br>{look.events(int(row.events))}" for row in rows],
    )


def partners(answer: Answer) -> list[Any]:
    """The partners, without the events that carry none."""
    return [row for row in as_rows(answer) if row.partner != "none"]


def called(row: Any, look: Look) -> str:
    """The acronym a partner is known by, else its name, shortened."""
    acronym = getattr(row, f"acronym_{look.language.code}", row.acronym_en)
    return acronym if isinstance(acronym, str) and acronym else shortened(look.name(row))


def at_bar(row: Any, look: Look) -> str:
    return look.text("{n} · new", n=look.number(row.events)) if row.new else look.number(row.events)


def say(answer: Answer, look: Look) -> str:
    """Who was met most often, with figures."""
    _, met = look.text, partners(answer)
    if not met:
        return _("No partner is recorded")
    total, n = met[0].of_events, met[0].events
    best = [row for row in met if row.events == n]
    share = look.share(n, total, f"partner={best[0].partner}")
    if len(best) > 3:
        many = look.plural("{n} partner", "{n} partners", len(met), "measure=partners")
        return _("{partners}, each in {share} at most", partners=many, share=share)
    if len(best) > 1:
        return _(
            "{partners} appear most often in {events}",
            partners=look.language.list(with_events(row, look) for row in best),
            events=look.events(total, "measure=events"),
        )
    return _("{partner} appears most often: {share}", partner=called(best[0], look), share=share)


def with_events(row: Any, look: Look) -> str:
    """OECD (4)."""
    return f"{called(row, look)} ({look.figure(row.events, f'partner={row.partner}')})"


def note(answer: Answer, look: Look) -> str:
    return look.text("Events by partner")


def table(answer: Answer, look: Look) -> Columns:
    """Every partner, not only those drawn."""
    _ = look.text
    return {
        _("Partner"): look.labels(answer),
        _("Kind"): look.texts(answer, "kind"),
        _("Events"): answer["events"],
        _("First event"): [first_event(row, look) for row in as_rows(answer)],
    }


def first_event(row: Any, look: Look) -> str:
    """When a partner was first met, at the precision at which that is known."""
    if pd.isna(row.first_seen):
        return ""
    return look.language.when(day(row.first_seen), day(row.first_until), row.first_precision)


def day(value: Any) -> date:
    """A day, from whichever type an engine's dates become in pandas."""
    return value if type(value) is date else pd.Timestamp(value).date()


def opens(answer: Answer, look: Look) -> Opens:
    return opening.events(answer, "partner", look)


def foot(answer: Answer, look: Look) -> list[str]:
    """The others, the events without a partner, and how far partners overlap."""
    met = partners(answer)
    if not met:
        return []
    row = met[0]
    without = int(row.of_events - row.with_partner)
    return [
        *([others(met, look)] if len(met) > (look.most or TOP) else []),
        look.text(
            "{events} share {pairs}, so bars overlap.",
            events=look.events(int(row.with_partner), "partner=any"),
            pairs=look.plural(
                "{n} event-partner pair",
                "{n} event-partner pairs",
                int(row.pairs),
                "rows=partner_pairs",
            ),
        ),
        *(
            [
                look.plural(
                    "{n} event carries no partner.",
                    "{n} events carry no partner.",
                    without,
                    "partner=none",
                )
            ]
            if without
            else []
        ),
    ]


def others(met: list[Any], look: Look) -> str:
    """How many partners are not drawn, and with how many events. met: ranked."""
    drawn = look.most or TOP
    rest = met[drawn:]
    n, mark = len(rest), f"rows=partners;beyond={drawn}"
    most, least = (f"partner={rest[place].partner}" for place in (0, -1))
    highest, lowest = rest[0].events, rest[-1].events
    share = look.events(highest, most)
    if lowest == highest:
        return look.plural(
            "Not drawn: {n} other, in {share}.",
            "Not drawn: {n} others, each in {share}.",
            n,
            mark,
            share=share,
        )
    return look.plural(
        "Not drawn: {n} other, in {least} to {share}.",
        "Not drawn: {n} others, each in {least} to {share}.",
        n,
        mark,
        least=look.figure(lowest, least),
        share=share,
    )
