"""How long the questions of the overview take: `make bench`.

Each question is asked in turn with a bare count, in rounds, so that a machine whose speed drifts
slows both; what counts is the ratio of their medians within the one run.
"""

import json
import time
from collections.abc import Callable
from statistics import median, quantiles

from data import warehouse
from queries import asking

ROUNDS = 15
QUESTIONS = (
    *("headline", "headline_by_quarter", "events_by_quarter", "events_by_theme"),
    *("events_by_region", "events_by_partner", "events"),
)
SELECTIONS = {
    "whole record": {},
    "one theme": {"theme": "governance"},
    "one quarter": {"from": "2024-10-01", "to": "2024-12-31"},
}
FLOOR = "select count(*) as events from fct_event"


def milliseconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - start)


def measured() -> list[dict[str, object]]:
    """One row a selection and question: median and p95 in ms, ratio to the bare count."""
    engine = asking.connect()
    rows = []
    for name, link in SELECTIONS.items():
        values = asking.read(engine, link)[0].values()
        taken: dict[str, list[float]] = {question: [] for question in QUESTIONS}
        floor = []
        for _ in range(ROUNDS):
            floor.append(milliseconds(lambda: engine.execute(FLOOR, {})))
            for question in QUESTIONS:
                ask = lambda q=question, v=values: asking.ask(engine, q, v)  # noqa: E731
                taken[question].append(milliseconds(ask))
        rows += [row(name, question, times, median(floor)) for question, times in taken.items()]
    return rows


def row(selection: str, question: str, times: list[float], floor: float) -> dict[str, object]:
    return {
        "selection": selection,
        "question": question,
        "median_ms": round(median(times), 2),
        "p95_ms": round(quantiles(times, n=20)[-1], 2),
        "times_a_bare_count": round(median(times) / floor, 1),
    }


def main() -> None:
    rows = measured()
    print(f"{'selection':<14}{'question':<22}{'median ms':>10}{'p95 ms':>9}{'x count':>9}")
    for found in rows:
        print("{:<14}{:<22}{:>10}{:>9}{:>9}".format(*found.values()))
    file = warehouse.home() / "bench.json"
    file.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    print(f"Written to {file}")


if __name__ == "__main__":
    main()
