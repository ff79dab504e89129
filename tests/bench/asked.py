"""How long the questions of the overview take, all of one selection together."""

import time
from datetime import date, timedelta
from itertools import combinations, pairwise
from random import Random
from typing import Any

from queries import asking
from queries.engines import Engine
from tests.bench import told

ROUNDS, QUICK = 10, 4
MONTHS = (1, 4, 7, 10)  # in which quarters begin
QUESTIONS = (
    *("headline", "headline_by_quarter", "events_by_month", "events_by_quarter"),
    *("events_by_theme", "events_by_region", "events_by_partner", "events_by_format"),
    *("events_by_project", "events_by_role", "not_shown"),
)
Links = list[dict[str, str]]


def measured(engine: Engine, quick: bool) -> list[dict[str, Any]]:
    """One row a kind of selection: milliseconds of all questions together, and of the slowest.

    Each round asks of another selection of the kind, so that nothing is known of it.
    """
    taken(engine, {})  # which reads the record
    found = []
    for name, links in kinds(engine).items():
        drawn = Random(1).sample(links, min(len(links), QUICK if quick else ROUNDS))
        rounds = [taken(engine, link) for link in drawn]
        sums = {q: told.middle(one[q] for one in rounds) for q in QUESTIONS}
        slowest = max(sums, key=lambda q: sums[q])
        together = [sum(one.values()) for one in rounds]
        found.append(
            {
                "selection": name,
                "ms": round(told.middle(together), 1),
                "p95_ms": round(told.high(together), 1),
                "n": len(rounds),
                "slowest": slowest,
                "slowest_ms": round(sums[slowest], 1),
            }
        )
    return found


def kinds(engine: Engine) -> dict[str, Links]:
    """Links of all selections of a kind."""
    known = asking.known(engine, date.max)
    some = {n: [",".join(ids) for ids in combinations(known["theme"], n)] for n in (1, 2, 3, 5)}
    return {
        "whole record": [{}],
        "a theme": [{"theme": ids} for ids in some[1]],
        "any of three themes": [{"theme": ids} for ids in some[3]],
        "any of five themes": [{"theme": ids} for ids in some[5]],
        "all of two themes": [{"theme": ids, "match": "all"} for ids in some[2]],
        "all of three themes": [{"theme": ids, "match": "all"} for ids in some[3]],
        "a partner": [{"partner": partner} for partner in known["partner"]],
        "half of all partners": halves(known["partner"]),
        "all partners but one": [
            {"partner": ",".join(rest)}
            for rest in combinations(known["partner"], len(known["partner"]) - 1)
        ],
        "a region": [{"region": region} for region in known["region"]],
        "a theme in a region": [
            {"theme": theme, "region": region} for theme in some[1] for region in known["region"]
        ],
        "a quarter": quarters(*asking.whole(engine, date.max)),
    }


def halves(partners: tuple[str, ...]) -> Links:
    """Some of the many ways to choose one of two of them."""
    drawn = Random(1)
    return [
        {"partner": ",".join(drawn.sample(partners, len(partners) // 2))} for _ in range(ROUNDS)
    ]


def quarters(first: date, last: date) -> Links:
    """Those of the calendar that lie within a record."""
    years = range(first.year, last.year + 2)
    starts = [date(year, month, 1) for year in years for month in MONTHS]
    spans = [(start, after - timedelta(1)) for start, after in pairwise(starts)]
    return [{"from": f"{start}", "to": f"{end}"} for start, end in spans if first <= start <= last]


def taken(engine: Engine, link: dict[str, str]) -> dict[str, float]:
    """Milliseconds of each question."""
    chosen, problems = asking.read(engine, link)
    assert not problems, problems
    values, times = chosen.values(), {}
    for question in QUESTIONS:
        began = time.perf_counter()
        asking.ask(engine, question, values)
        times[question] = 1000 * (time.perf_counter() - began)
    return times
