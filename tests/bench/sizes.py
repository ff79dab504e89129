"""What the size of a record costs: our overview on each, in turn, in one browser."""

import random
from collections import defaultdict
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import screen
from tests.bench import told
from tests.bench.driving import Ours
from tests.bench.expected import expecting
from tests.bench.pages import STEPS, note, visited
from tests.bench.serving import serve

ROUNDS, QUICK = 9, 3  # in each, a few themes are added, one after the other


def measured(folder: Path, sizes: Iterable[int], quick: bool) -> list[dict[str, object]]:
    """One row a measure and size, with the ratio of its median to that of the first size.

    folder: with a home of each size that holds its warehouse.
    """
    taken: told.Measures = defaultdict(lambda: defaultdict(list))
    named = {f"{size:,}": folder / str(size) for size in sizes}
    with sync_playwright() as playwright, ExitStack() as stack:
        browser = screen.launch(playwright)
        pages: dict[str, Ours] = {}
        for name, home in named.items():
            expected = stack.enter_context(expecting(home))
            served = stack.enter_context(serve("ours", home))
            pages[name] = visited(browser, served, expected)[0]
        for turn in range(QUICK if quick else ROUNDS):
            step_by_step(pages, turn, taken)
        browser.close()
    (smallest, *_) = named
    rows = told.rows(taken, [smallest])
    return [{"measure": row.pop("measure"), "events": row.pop("page"), **row} for row in rows]


def step_by_step(pages: dict[str, Ours], turn: int, taken: told.Measures) -> None:
    """Add a few themes on every page; who goes first changes with the turn."""
    (some, *_) = pages.values()
    for theme in random.Random(turn).sample(list(some.expected.themes), STEPS):
        for name in list(pages)[:: -1 if turn % 2 else 1]:
            note(taken, "filter", name, pages[name].add(theme))
    for page in pages.values():
        page.clear()
