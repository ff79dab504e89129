"""The rows behind numbers that count other things than events: partners, quarters, pairs, lines.

Each function takes a mark and the reading it means, and gives a block of a sheet whose table has as
many rows as the number says.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.charts import (
    events_by_combination,
    events_by_country,
    events_by_partner,
    events_by_partner_and_year,
    events_by_quarter,
    partners_by_standing,
)
from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import as_rows
from dashboard.widgets import holdings, readings
from dashboard.widgets.holdings import MOST, List, cut, listed
from dashboard.widgets.marks import Mark, also

Chart = Any  # a module of dashboard/charts


def charted(chart: Chart, answer: pd.DataFrame, sentence: str, mark: Mark, look: Look) -> List:
    """Rows of a chart's answer as its own table."""
    return listed(sentence, chart.table(answer, look), opens=also(chart.opens(answer, look), mark))


def partners(mark: Mark, reading: Reading) -> List:
    look, answer = reading.look, reading.ask("events_by_partner")
    answer = answer[answer["partner"] != "none"]
    if mark.get("measure") == "new_partners":
        answer = answer[answer["new"].astype(bool)]
    answer = answer.iloc[int(mark.get("beyond", 0)) :]
    sentence = look.plural("{n} partner", "{n} partners", len(answer))
    return charted(events_by_partner, answer, sentence, mark, look)


def countries(mark: Mark, reading: Reading) -> List:
    look, answer = reading.look, reading.ask("events_by_country")
    if mark.get("located") == "no":
        placed = {row.country for row in events_by_country.located(answer)}
        answer = answer[~answer["country"].isin(placed)]
    sentence = look.plural("{n} country", "{n} countries", len(answer))
    return charted(events_by_country, answer, sentence, mark, look)


def quarters(mark: Mark, reading: Reading) -> List:
    """Those of one coverage, or all. `hatched`: in part, and neither running nor cut."""
    look, answer, kind = reading.look, reading.ask("events_by_quarter"), mark.get("coverage", "")
    if kind == "hatched":
        whole = ~answer["running"].astype(bool) & ~answer["cut"].astype(bool)
        answer = answer[(answer["coverage"] == "partial") & whole]
    elif kind:
        answer = answer[answer["coverage"] == kind]
    sentence = look.plural("{n} quarter", "{n} quarters", len(answer))
    return charted(events_by_quarter, answer, sentence, mark, look)


def combinations(mark: Mark, reading: Reading) -> List:
    look, answer = reading.look, reading.ask("events_by_combination")
    if mark.get("themes") == "several":
        answer = answer[answer["themes"] > 1]
    answer = answer.iloc[int(mark.get("beyond", 0)) :]
    sentence = look.plural("{n} combination", "{n} combinations", len(answer))
    return charted(events_by_combination, answer, sentence, mark, look)


def standings(mark: Mark, reading: Reading) -> List:
    """Partners of one standing, or those that the chart does not draw."""
    look, answer = reading.look, reading.ask("partners_by_standing")
    if "standing" in mark:
        answer = answer[answer["standing"] == mark["standing"]]
    place = answer.groupby("standing").cumcount()
    answer = answer[place >= int(mark.get("beyond", 0))]
    sentence = look.plural("{n} partner", "{n} partners", len(answer))
    return charted(partners_by_standing, answer, sentence, mark, look)


def years(mark: Mark, reading: Reading) -> List:
    """Partners with their years: all, those of several years, or those that are not drawn."""
    look, answer = reading.look, reading.ask("events_by_partner_and_year")
    met = answer.groupby("partner")["year"].nunique()
    if mark.get("years") == "several":
        answer = answer[answer["partner"].isin(met[met > 1].index)]
    elif "beyond" in mark:
        drawn = events_by_partner_and_year.drawn(answer, int(mark["beyond"]))
        answer = answer[~answer["partner"].isin(drawn)]
    n = answer["partner"].nunique()
    sentence = look.plural("{n} partner", "{n} partners", n)
    return charted(events_by_partner_and_year, answer, sentence, mark, look)


def theme_pairs(mark: Mark, reading: Reading) -> List:
    return pairs("theme", reading)


def partner_pairs(mark: Mark, reading: Reading) -> List:
    return pairs("partner", reading)


def pairs(dimension: str, reading: Reading) -> List:
    """One row a pair of an event and what it carries; of the latest events where there are many."""
    look, names = reading.look, wording.vocabulary(reading)
    n = int(reading.ask(f"{dimension}_overlap")["pairs"].iloc[0])
    events = reading.ask("events", None, most=MOST)
    carried = events.assign(carried=events[f"{dimension}s"].str.split(";")).explode("carried")
    rows = carried[carried["carried"] != ""].head(MOST)
    shown = pd.DataFrame(
        {
            look.text("Event"): list(look.labels(rows, "title")),
            look.text("Date"): [holdings.when(row, look) for row in as_rows(rows)],
            wording.titles(look)[dimension]: [names[dimension, value] for value in rows["carried"]],
        }
    )
    sentence, note = look.plural("{n} pair", "{n} pairs", n), " ".join(cut(n, look))
    return listed(sentence, shown.sort_values(list(shown.columns[[0, 2]])), note=note)


Behind = Callable[[Mark, Reading], List]
LISTS: dict[str, Behind] = {
    "partners": partners,
    "new_partners": partners,
    "countries": countries,
    "quarters": quarters,
    "combinations": combinations,
    "standings": standings,
    "years": years,
    "theme_pairs": theme_pairs,
    "partner_pairs": partner_pairs,
    "findings": readings.behind_findings,
    "entries": readings.entries,
    "file": readings.of_file,
}
