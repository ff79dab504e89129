"""Events by partner and year: which relations last, in the order in which they began."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.events_by_partner import called
from dashboard.charts.opening import Axis, Opens
from dashboard.charts.squares import squares
from dashboard.charts.style import Figure, distinct
from dashboard.look import Look
from dashboard.rows import as_rows
from dashboard.years import year_label

MOST = 40  # partners drawn


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """One square for each partner and year with an event. answer: events_by_partner_and_year."""
    shown = answer[answer["partner"].isin(drawn(answer, look.most or MOST))]
    rows = shown.drop_duplicates("partner")
    labels = distinct([called(row, look) for row in as_rows(rows)])
    names = dict(zip(rows["partner"], labels, strict=True))
    years = answer.sort_values("position")["year"].unique()
    return squares(
        shown,
        look,
        labels,
        [year_label(year, look) for year in years],
        [mark(row) for row in as_rows(shown)],
        [(names[row.partner], year_label(str(row.year), look)) for row in as_rows(shown)],
    )


def drawn(answer: pd.DataFrame, most: int) -> list[str]:
    """The partners that are drawn: those present in most years, then with most events."""
    ranked = answer.groupby("partner", sort=False).agg(
        years=("year", "nunique"), events=("events", "sum")
    )
    best = ranked.sort_values(["years", "events"], ascending=False, kind="stable")
    return list(best.head(most).index)


def say(answer: pd.DataFrame, look: Look) -> str:
    """How many partners stayed for more than one year."""
    years = answer.groupby("partner")["year"].nunique()
    if years.empty:
        return look.text("No partner is recorded")
    if answer["year"].nunique() == 1:
        partners = look.plural("{n} partner", "{n} partners", len(years), "rows=years")
        year = year_label(str(answer["year"].iloc[0]), look)
        return look.text("{partners} in {year}", partners=partners, year=year)
    return look.plural(
        "{n} of {total} partners was met in more than one year",
        "{n} of {total} partners were met in more than one year",
        int((years > 1).sum()),
        "rows=years;years=several",
        total=look.figure(len(years), "rows=years"),
    )


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by partner and year, in the order of the first event")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Partners in rows, years in columns."""
    wide = by_year(answer, look, [int(n) for n in met(answer)["events"]], 0)
    filled: Any = wide.astype(int)
    return filled.rename_axis(index=look.text("Partner"), columns=None).reset_index()


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    return opening.cells(by_year(answer, look, [mark(row) for row in as_rows(met(answer))], ""))


def by_year(
    answer: pd.DataFrame, look: Look, values: Sequence[object], empty: object
) -> pd.DataFrame:
    """Values of the rows with a partner, a row a partner and a column a year, also an empty one."""
    shown = met(answer)
    partners = Axis("partner", list(look.labels(shown)))
    called = Axis("year", [year_label(str(year), look) for year in shown["year"]])
    wide = opening.crossed(shown, partners, called, values, empty)
    years = answer.sort_values("position")["year"].unique()
    return wide.reindex(columns=[year_label(year, look) for year in years], fill_value=empty)


def met(answer: pd.DataFrame) -> pd.DataFrame:
    """The rows with a partner."""
    return answer[answer["partner"].notna()]


def mark(row: Any) -> str:
    return f"partner={row.partner};year={row.year}"


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    most = look.most or MOST
    hidden = answer["partner"].nunique() - len(drawn(answer, most))
    return [
        look.text(
            "A gap may mean a year that nobody recorded: see the coverage on the page Record."
        ),
        *(
            [
                look.plural(
                    "{n} other is not drawn.",
                    "{n} others are not drawn.",
                    hidden,
                    f"rows=years;beyond={most}",
                )
            ]
            if hidden
            else []
        ),
    ]
