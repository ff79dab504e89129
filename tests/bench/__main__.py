"""Run the benchmark: `python -m tests.bench [--events 2000,1000000] [--quick] [--part pages]`."""

import argparse
import json
import os
import random
import sys
import time
from collections import defaultdict
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from data import warehouse
from queries import asking, memory
from tests import screen
from tests.bench import asked, builds, generate, readers, run, told
from tests.bench.driving import DRIVEN, NotShown, Ours
from tests.bench.expected import Expected
from tests.bench.serving import Served, serve

SIZES = (2_000, 1_000_000, 10_000_000)
PARTS = ("build", "questions", "pages", "readers")
READERS = (1, 5, 20, 50)
STEPS, REPEATS, ROUNDS = 4, 3, 12
VISITS = 3  # of each page that are timed in a repeat, with an empty browser each
SCREENS = 6  # of the board that are gone through
LONG, TOO_LONG = 120, 300  # seconds for the readers of a row; beyond, fewer rounds, or none
SLOW = 5_000  # milliseconds: a page that takes longer makes only the first choice of each round
OTHERS = ("floor with charts", "Dash", "Dash in memory")
PAGES = """floor: one widget and one line. floor with charts: constant figures, without a question.
Dash: the same four charts in Dash, its questions asked of the same file. Dash in memory: the same
with our answers. A ratio is that of medians; drills, pages and screens are set against filters."""
BUILD = """A build from CSV files, beside a plain COPY of the same files into one table
s: seconds of the whole command. stands: seconds until the warehouse can be used; after that, what a
board would tell of a small one is checked. MB: the most memory."""
QUESTIONS = """Questions of the overview
ms: milliseconds of all of them together. slowest_ms: those of the slowest. Medians of rounds."""
CROWD = """Readers at once, each thinking half a second, milliseconds
processor each: milliseconds of the server's processors for an answer; where there is one reader,
also what a server does after its start. memory MB: of the server. MB a further: of it, for each
reader beyond the first."""
SETTINGS = {"OUTREACH_TODAY": screen.TODAY, "OUTREACH_ENGINE": "", "OUTREACH_AUDIENCE": ""}


def main() -> None:
    options = parsed()
    os.environ.update(SETTINGS)
    repeats = 1 if options.quick else REPEATS
    results: dict[str, dict[str, Any]] = {"run": run.about(sys.argv[1:], repeats)}
    print(run.told(results["run"]), flush=True)
    file = options.folder / f"bench-{datetime.now():%Y-%m-%dT%H%M%S}.json"
    for events in options.events:
        print(f"\n{events:,} events", flush=True)
        home = built(options.folder, events)
        results[str(events)] = {}
        if "build" in (options.part or PARTS):
            record = options.folder / f"record-{events}"
            results[str(events)]["build"] = builds.measured(record, home)
            show(BUILD, results[str(events)]["build"])
        results[str(events)] |= measured(home, options)
        file.write_text(json.dumps(results, indent=1), encoding="utf-8")
    print(f"\nWritten to {file}")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    sizes = lambda text: [int(float(n)) for n in text.split(",")]  # noqa: E731
    parser.add_argument("--events", type=sizes, default=list(SIZES), help="sizes of the record")
    parser.add_argument("--quick", action="store_true", help="one repeat instead of three")
    some = "some of them (--part build --part pages), else all"
    parser.add_argument("--part", choices=PARTS, action="append", help=some)
    parser.add_argument("--folder", type=Path, default=warehouse.home() / "bench")
    return parser.parse_args()


def built(folder: Path, events: int) -> Path:
    """The home of a warehouse of so many generated events, built unless it is there."""
    home = folder / str(events)
    home.mkdir(parents=True, exist_ok=True)
    os.environ["OUTREACH_HOME"] = str(home)
    if not warehouse.usable():
        record = generate.record(folder / f"record-{events}", events)
        print(f"The record: {record}", flush=True)
        done = screen.build(home, "--record", str(record))
        assert done.returncode == 0, done.stderr[-2000:]
        print(done.stdout.strip())
    return home


def measured(home: Path, options: argparse.Namespace) -> dict[str, Any]:
    engine = memory.serve(asking.connect(), asking.engine_url())  # as a server has it
    expected = Expected(engine)
    expected.write(home / "constant.json")
    os.environ["BENCH_CONSTANT"] = str(home / "constant.json")
    parts, found = options.part or PARTS, {}
    if "questions" in parts:
        found["questions"] = asked.measured(engine, options.quick)
        show(QUESTIONS, found["questions"])
    if "pages" in parts:
        found["pages"] = told.rows(pages(home, expected, options.quick), OTHERS)
        show(f"Pages; milliseconds unless named otherwise\n{PAGES}", found["pages"])
    if "readers" in parts:
        found["readers"] = crowd(home, list(expected.themes), options.quick)
        show(CROWD, found["readers"])
    engine.close()
    return found


def show(title: str, rows: list[Any]) -> None:
    print(f"\n{title}\n{told.table(rows)}", flush=True)


def pages(home: Path, expected: Expected, quick: bool) -> told.Measures:
    """Every page in every repeat, one step of each in turn."""
    taken: told.Measures = defaultdict(lambda: defaultdict(list))
    with sync_playwright() as playwright:
        browser = screen.launch(playwright)
        for repeat in range(1 if quick else REPEATS):
            with ExitStack() as stack:
                servers = {n: stack.enter_context(serve(n, home, SETTINGS)) for n in DRIVEN}
                for name, served in servers.items():
                    taken["start"][name].append(1000 * served.started)
                drive(browser, servers, expected, taken, repeat)
        browser.close()
    return taken


def drive(
    browser: Browser,
    servers: dict[str, Served],
    expected: Expected,
    taken: told.Measures,
    repeat: int,
) -> None:
    """A visit to warm each server and some that count, then choices of themes, none twice."""
    for turn in range(1 + VISITS):
        for name, served in servers.items():
            visitor, found = visited(browser, served, expected)
            if turn:
                note(taken, "first visit", name, found)
                taken["first visit, kB"][name].append(visitor.wire / 1000)
            visitor.close()
    driven = {name: visited(browser, page, expected)[0] for name, page in servers.items()}
    draw = random.Random(repeat)
    for _ in range(3):
        for step, theme in enumerate(draw.sample(list(expected.themes), STEPS)):
            for name, page in driven.items():
                if not step or told.middle(taken["filter"][name]) < SLOW:
                    note(taken, "filter", name, page.add(theme))
        for page in driven.values():
            page.clear()
    ways(driven["ours"], taken)
    for name, page in driven.items():
        taken["memory of one reader, MB"][name].append(page.served.memory())
        page.close()


def visited(browser: Browser, served: Served, expected: Expected) -> tuple[Any, dict[str, float]]:
    """A page that stands, and how long that took. One that does not come to stand is told of, and
    visited once more.
    """
    visitor = DRIVEN[served.name](browser, served, expected)
    try:
        return visitor, visitor.visit()
    except NotShown as failure:
        print(f"Visited once more: {failure}", flush=True)
        visitor.close()
    visitor = DRIVEN[served.name](browser, served, expected)
    return visitor, visitor.visit()


def ways(ours: Ours, taken: told.Measures) -> None:
    """What only ours has: rows behind a number, other pages, the screens of the board."""
    for _ in range(3):
        note(taken, "drill", "ours", ours.drill())
    for title in ("Themes", "Partners", "Overview"):
        note(taken, "page change", "ours", ours.to_page(title))
    ours.to_board()
    for _ in range(SCREENS):
        note(taken, "board screen", "ours", ours.next_screen())
    for measure in ("drill", "page change", "board screen"):
        for other in OTHERS:
            taken[measure][f"{other}, filter"] = taken["filter"][other]


def note(taken: told.Measures, measure: str, page: str, found: dict[str, float]) -> None:
    taken[measure][page].append(found["ms"])
    if measure in ("first visit", "filter"):
        taken[f"{measure}, until the figures stand"][page].append(found["figures"])
    if "processor" in found:
        taken[f"{measure}, processor"][page].append(found["processor"])
        taken[f"{measure}, kB"][page].append(found["bytes"] / 1000)


def crowd(home: Path, themes: list[str], quick: bool) -> list[dict[str, object]]:
    """One row a page and number of readers, the two pages in turn; none where it takes too long."""
    found: list[dict[str, Any]] = []
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(name, home, SETTINGS)) for name in ("ours", "Dash")]
        for many in READERS[: 3 if quick else None]:
            for served in servers:
                rounds = bearable(4 if quick else ROUNDS, many, served.name, found)
                if not rounds:
                    continue
                served.rest(lambda ms: time.sleep(ms / 1000))
                used = served.processor()
                times = readers.measured(served, themes, many, rounds)
                found.append(
                    {
                        "page": served.name,
                        "readers": many,
                        "median": round(told.middle(times), 1),
                        "p95": round(told.high(times), 1),
                        "processor each": round((served.processor() - used) / len(times), 1),
                        "memory MB": round(served.memory(), 1),
                    }
                )
    return [row | told.beside_one(row, found) for row in found]


def bearable(rounds: int, many: int, page: str, found: list[dict[str, Any]]) -> int:
    """How often readers of a page choose, by how long its only reader waited: less often where
    all of them would wait for minutes, and not at all where one round took that long.
    """
    one = next((row["median"] / 1000 for row in found if row["page"] == page), 0.0)
    whole = one * many
    return 0 if whole > TOO_LONG else max(1, min(rounds, int(LONG / whole))) if whole else rounds


if __name__ == "__main__":
    sys.exit(main())
