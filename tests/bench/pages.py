"""Our overview and the pages beside it, driven one step of each in turn."""

import random
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests import screen
from tests.bench import told
from tests.bench.driving import DRIVEN, NotShown, Ours
from tests.bench.expected import Expected
from tests.bench.serving import Served, serve

STEPS, REPEATS = 4, 3
VISITS = 3  # of each page that are timed in a repeat, with an empty browser each
SCREENS = 6  # of the board that are gone through
SLOW = 5_000  # milliseconds: a page that takes longer makes only the first choice of each round
OTHERS = ("floor with charts", "Dash", "Dash in memory")


def measured(home: Path, expected: Expected, quick: bool) -> told.Measures:
    """Every page in every repeat, one step of each in turn."""
    taken: told.Measures = defaultdict(lambda: defaultdict(list))
    with sync_playwright() as playwright:
        browser = screen.launch(playwright)
        for repeat in range(1 if quick else REPEATS):
            with ExitStack() as stack:
                servers = {n: stack.enter_context(serve(n, home)) for n in DRIVEN}
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
