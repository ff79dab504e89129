"""What a reader chooses in haste is kept: the page, its address and the rows over it agree."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, WebSocketRoute

from tests.screen import Watched

HASTE = [0, 20]  # milliseconds between two choices
IN_TURN = """
async ([first, second, wait]) => {
    document.querySelector(first).click();
    await new Promise((on) => setTimeout(on, wait));
    document.querySelector(second).click();
}
"""
SWITCH = ".filters input[role=switch]"
PARTNERS = ".st-key-figure-partners strong button"
FRENCH = ".languages button[lang=fr]"
DIALOG = "dialog.drill[open]"


def fresh(browser: Browser, page: Page, address: str) -> int:
    """The number of events that a new page of the same address shows."""
    other = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    afresh = Watched(other, address)
    afresh.open(page.url.removeprefix(address))
    found = afresh.figure("events")
    other.context.close()
    return found


@pytest.mark.parametrize("wait", HASTE)
def test_rows_opened_at_once_keep_the_filter(watched: Watched, browser: Browser, wait: int) -> None:
    page = watched.open("/")
    page.evaluate(IN_TURN, [SWITCH, PARTNERS, wait])
    page.wait_for_selector(DIALOG)
    watched.settle()
    page.wait_for_timeout(500)
    assert "unconfirmed=1" in page.url
    assert page.is_checked(SWITCH)
    assert watched.figure("events") == fresh(browser, page, watched.address)
    partners = page.inner_text(f"{DIALOG} .list h2").split()[0]
    assert int(partners) == watched.figure("partners")


@pytest.mark.parametrize("wait", HASTE)
def test_a_filter_from_rows_closed_at_once_is_kept(
    watched: Watched, browser: Browser, wait: int
) -> None:
    page = watched.open("/")
    page.click(".st-key-card-events_by_theme h2 .opens >> nth=0")
    page.wait_for_selector(f"{DIALOG} .filter")
    page.evaluate("document.querySelector('dialog.drill .filter').click()")
    page.wait_for_timeout(wait)
    page.keyboard.press("Escape")
    page.wait_for_selector(DIALOG, state="detached")
    watched.settle()
    page.wait_for_url("**theme=**")
    assert page.locator(".chips .chip").count() == 1
    assert watched.figure("events") == fresh(browser, page, watched.address)


@pytest.mark.parametrize("wait", HASTE)
def test_a_language_chosen_at_once_keeps_the_filter(watched: Watched, wait: int) -> None:
    page = watched.open("/")
    page.evaluate(IN_TURN, [SWITCH, FRENCH, wait])
    page.wait_for_selector("html[lang=fr]", state="attached")
    watched.settle()
    assert "unconfirmed=1" in page.url
    assert "lang=fr" in page.url
    assert page.is_checked(SWITCH)


def test_rows_of_one_page_do_not_lie_over_another(watched: Watched) -> None:
    page = watched.open("/")
    page.click("nav a:has-text('Themes')")
    page.wait_for_selector(".st-key-card-events_by_theme_and_quarter")
    watched.settle()
    page.click(".st-key-card-events_by_theme_and_quarter h2 .opens >> nth=0")
    page.wait_for_selector(DIALOG)
    page.go_back()
    page.wait_for_selector(".st-key-figure-events")
    page.wait_for_selector(DIALOG, state="detached")


def click_twice(page: Page, what: Locator, gap: int) -> None:
    """A double click. gap: milliseconds between its clicks, in which a page may change."""
    box = what.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for count in (1, 2):
        page.mouse.down(click_count=count)
        page.mouse.up(click_count=count)
        page.wait_for_timeout(gap if count == 1 else 0)


@pytest.mark.parametrize("gap", [0, 200])
def test_what_is_clicked_twice_is_meant_once(watched: Watched, gap: int) -> None:
    page = watched.open("/")
    click_twice(page, page.locator(".pack summary"), gap)
    assert page.locator(".pack .offers").is_visible()
    page.keyboard.press("Escape")
    click_twice(page, page.locator(PARTNERS), gap)
    page.wait_for_selector(DIALOG)
    watched.settle()
    title = page.inner_text(f"{DIALOG} h2 >> nth=0")
    last = page.locator(f"{DIALOG} tbody .opens").last
    last.scroll_into_view_if_needed()
    mark, scrolled = (
        last.get_attribute("data-mark"),
        f"document.querySelector('{DIALOG}').scrollTop",
    )
    top = page.evaluate(scrolled)
    click_twice(page, last, gap)
    page.wait_for_function(f"document.querySelector('{DIALOG} h2')?.innerText !== {title!r}")
    watched.settle()
    click_twice(page, page.locator(f"{DIALOG} header button").first, gap)
    page.wait_for_function(f"document.querySelector('{DIALOG} h2')?.innerText === {title!r}")
    watched.settle()
    assert page.evaluate("document.activeElement.dataset.mark") == mark
    assert page.evaluate(scrolled) == top > 0


@pytest.mark.parametrize("gap", [0, 200])
def test_a_second_click_misses_what_the_first_one_uncovered(watched: Watched, gap: int) -> None:
    page = watched.open("/?theme=smes,governance")
    asked, chip = page.url, page.locator(".chips .chip").first
    page.click(PARTNERS)
    page.wait_for_selector(DIALOG)
    click_twice(page, chip, gap)  # on the rows' backdrop, which covers it
    page.wait_for_selector(DIALOG, state="detached")
    watched.settle()
    assert page.url == asked
    click_twice(page, chip, gap)
    page.wait_for_function("document.querySelectorAll('.chips .chip').length < 2")
    watched.settle()
    assert page.locator(".chips .chip").count() == 1


def test_answers_that_come_late_do_not_break_the_page(watched: Watched) -> None:
    """What the browser held when it asked, it holds when the answer names it."""
    late: list[str | bytes] = []
    holding = False

    def through(socket: WebSocketRoute) -> None:
        def answered(message: str | bytes) -> None:
            if holding:
                late.append(message)
            else:
                socket.send(message)

        sockets.append(socket)
        socket.connect_to_server().on_message(answered)

    sockets: list[WebSocketRoute] = []
    watched.page.route_web_socket(re.compile("/_stcore/stream"), through)
    page = watched.open("/")
    page.click("[data-filter=theme]")
    holding = True
    for option in (0, 1, 0, 1):  # on, on, off, off: as it was
        before = 0
        page.locator(".options input").nth(option).click()
        while before != len(late) or not late:
            before = len(late)
            page.wait_for_timeout(400)
    holding = False
    for message in late:
        sockets[-1].send(message)
    watched.settle()
    page.locator(".options input").nth(0).click()
    page.wait_for_url("**theme=**")
    watched.settle()
    assert page.locator(".chips .chip").count() == 1
