"""How long the questions of the overview take, all of one selection together."""

import time
from statistics import median
from typing import Any

from queries import asking
from queries.engines import Engine
from queries.selection import Selection

ROUNDS = 9
QUESTIONS = (
    *("headline", "headline_by_quarter", "events_by_month", "events_by_quarter"),
    *("events_by_theme", "events_by_region", "events_by_partner", "events_by_format"),
    *("events_by_project", "events_by_role", "not_shown"),
)
LINKS = {
    "whole record": {},
    "a theme": {"theme": "governance"},
    "all of two themes": {"theme": "governance,climate", "match": "all"},
    "a partner": {"partner": "oecd"},
    "a region": {"region": "europe"},
    "a quarter": {"from": "2024-10-01", "to": "2024-12-31"},
}


def measured(engine: Engine, quick: bool) -> list[dict[str, Any]]:
    """One row a selection: milliseconds of all questions together, and of the slowest."""
    found = []
    for name, link in LINKS.items():
        chosen, problems = asking.read(engine, link)
        assert not problems
        rounds = [taken(engine, chosen) for _ in range(2 if quick else ROUNDS)]
        sums = {q: median(one[q] for one in rounds) for q in QUESTIONS}
        slowest = max(sums, key=lambda q: sums[q])
        together = median(sum(one.values()) for one in rounds)
        found.append(
            {
                "selection": name,
                "ms": round(together, 1),
                "slowest": slowest,
                "slowest_ms": round(sums[slowest], 1),
            }
        )
    return found


def taken(engine: Engine, chosen: Selection) -> dict[str, float]:
    values, times = chosen.values(), {}
    for question in QUESTIONS:
        began = time.perf_counter()
        asking.ask(engine, question, values)
        times[question] = 1000 * (time.perf_counter() - began)
    return times
