"""Of many rows sixty are listed at first, and more in place when the reader asks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from dashboard.widgets import listing
from tests.records import Record, line
from tests.screen import Watched, build, served

ROWS = "dialog.drill .events > ol > li"
ADDED = 640


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny record with many events, a hundred and more on one day."""
    home = tmp_path_factory.mktemp("long")
    record = Record(home / "record")
    record.add_lines(*(line(event_id=f"m{n:03}", themes="smes") for n in range(ADDED)))
    assert build(home, "--record", str(record.folder)).returncode == 0
    with served(home) as address:
        yield address


@pytest.fixture
def page(browser: Browser, long: str) -> Iterator[Page]:
    watched = Watched(browser.new_page(), long)
    yield watched.open("/")
    watched.page.close()
    assert watched.errors == []


def test_more_rows_are_listed_in_place(page: Page) -> None:
    total = int(page.locator(".st-key-figure-events strong").inner_text())
    assert total > ADDED
    page.locator(".st-key-figure-events strong button").click()
    page.wait_for_selector(ROWS)
    assert page.locator(ROWS).count() == listing.AT_FIRST
    assert (
        f"The latest {listing.AT_FIRST} of {total} are listed."
        in page.locator("dialog.drill").inner_text()
    )
    for rows in (listing.AT_FIRST * listing.MORE, total):
        already = page.locator(ROWS).count()
        page.get_by_role("button", name=f"List {rows - already} more").press("Enter")
        page.wait_for_function(f"document.querySelectorAll({ROWS!r}).length === {rows}")
    assert page.locator(".longer").count() == 0
    assert "are listed" not in page.locator("dialog.drill").inner_text()
    names = page.locator(f"{ROWS} .title").all_inner_texts()
    assert len(names) == total
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.drill", state="detached")
    page.locator(".st-key-figure-events strong button").click()
    page.wait_for_selector(ROWS)
    assert page.locator(ROWS).count() == listing.AT_FIRST


@pytest.mark.parametrize(
    ("written", "rows"),
    [("", 60), ("7", 60), ("500", 500), ("999999", 2500), ("-1", 60), ("x", 60)],
)
def test_a_mark_says_how_many_within_reason(written: str, rows: int) -> None:
    assert listing.wanted(written) == rows
