"""Run the benchmark: `python -m tests.bench [--events 2000,1000000] [--quick] [--part pages]`."""

import argparse
import json
import os
import sys
import time
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from data import warehouse
from tests import screen
from tests.bench import asked, builds, generate, pages, readers, run, sizes, told
from tests.bench.expected import expecting
from tests.bench.serving import serve

SIZES = (2_000, 1_000_000, 10_000_000)
PARTS = ("build", "questions", "pages", "readers", "sizes")
READERS = (1, 5, 20, 50)
ROUNDS = 12  # of choices of each reader
LONG, TOO_LONG = 120, 300  # seconds for the readers of a row; beyond, fewer rounds, or none
PAGES = """Pages; milliseconds unless named otherwise
floor: one widget and one line. floor with charts: constant figures, without a question.
Dash: the same four charts in Dash, its questions asked of the same file. Dash in memory: the same
with our answers. A ratio is that of medians; drills, pages and screens are set against filters."""
BUILD = """A build from CSV files, beside a plain COPY of the same files into one table
s: seconds of the whole command. stands: seconds until the warehouse can be used; after that, what a
board would tell of a small one is checked. MB: the most memory."""
QUESTIONS = """Questions of the overview
ms: milliseconds of all of them together. p95_ms: of most rounds. slowest_ms: those of the slowest.
Medians of rounds, each with another choice of the kind, of which nothing is known yet."""
OF_EACH = """Our overview on records of each size, in turn; milliseconds unless named otherwise
processor: milliseconds of the server's, in whole tens. to ...: the median, divided by that of the
smallest record."""
CROWD = """Readers at once, each thinking half a second, milliseconds
processor each: milliseconds of the server's processors for an answer; where there is one reader,
also what a server does after its start. memory MB: of the server. MB a further: of it, for each
reader beyond the first."""
SETTINGS = {"OUTREACH_TODAY": screen.TODAY, "OUTREACH_ENGINE": "", "OUTREACH_AUDIENCE": ""}


def main() -> None:
    options = parsed()
    os.environ.update(SETTINGS)
    repeats = 1 if options.quick else pages.REPEATS
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
    if len(options.events) > 1 and "sizes" in (options.part or PARTS):
        results["sizes"] = sizes.measured(options.folder, options.events, options.quick)
        show(OF_EACH, results["sizes"])
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
    parts, quick, found = options.part or PARTS, options.quick, {}
    with expecting(home) as expected:
        expected.write(home / "constant.json")
        os.environ["BENCH_CONSTANT"] = str(home / "constant.json")
        if "questions" in parts:
            found["questions"] = asked.measured(expected.engine, quick)
            show(QUESTIONS, found["questions"])
        if "pages" in parts:
            found["pages"] = told.rows(pages.measured(home, expected, quick), pages.OTHERS)
            show(PAGES, found["pages"])
        if "readers" in parts:
            found["readers"] = crowd(home, list(expected.themes), quick)
            show(CROWD, found["readers"])
    return found


def show(title: str, rows: list[Any]) -> None:
    print(f"\n{title}\n{told.table(rows)}", flush=True)


def crowd(home: Path, themes: list[str], quick: bool) -> list[dict[str, object]]:
    """One row a page and number of readers, the two pages in turn; none where it takes too long."""
    found: list[dict[str, Any]] = []
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(name, home)) for name in ("ours", "Dash")]
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
