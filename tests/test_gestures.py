"""Drill and filter by mouse and keyboard: every mark is reached, and neither hinders the other."""

import pytest
from playwright.sync_api import Page

from tests.screen import Watched

Q4 = "from=2024-10-01&to=2024-12-31"
YEAR = "from=2024-01-01&to=2024-12-31"
ROWS = "dialog.drill .events > ol > li, dialog.drill tbody tr"


def opened(page: Page) -> str:
    page.wait_for_selector("dialog.drill[open]")
    return page.inner_text("dialog.drill h2")


def close(page: Page) -> None:
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.drill", state="detached")


@pytest.mark.parametrize(
    "path, card",
    [
        (f"/?{YEAR}", "events_by_quarter"),
        (f"/themes?{YEAR}", "events_by_theme_and_quarter"),
        (f"/themes?{YEAR}", "events_by_theme_and_region"),
        (f"/regions?{YEAR}", "events_by_country"),
        (f"/partners?{YEAR}", "events_by_partner_and_year"),
        (f"/compare?{YEAR}", "compared_by_theme"),
    ],
)
def test_arrows_walk_the_marks_of_a_chart(watched: Watched, path: str, card: str) -> None:
    page = watched.open(path)
    chart = page.locator(f".st-key-card-{card} .plot .canvas")
    chart.focus()
    page.keyboard.press("ArrowRight")
    first = chart.get_attribute("aria-label")
    page.keyboard.press("ArrowRight")
    said = chart.get_attribute("aria-label")
    assert said
    assert first != said
    page.keyboard.press("Enter")
    opened(page)
    rows = page.locator(ROWS).count()
    assert f"{rows} event" in said
    close(page)
    assert chart.evaluate("box => box === document.activeElement")


def test_rows_over_a_page_do_not_send_the_page_again(watched: Watched) -> None:
    received: list[bytes] = []
    keep = lambda sent: received.append(sent if isinstance(sent, bytes) else sent.encode())  # noqa: E731
    watched.page.on("websocket", lambda socket: socket.on("framereceived", keep))
    page = watched.open(f"/?{YEAR}")
    cards = page.inner_text(".st-key-card-events_by_theme h2").encode()
    assert any(cards in message for message in received)
    received.clear()
    page.click(".st-key-figure-events strong button")
    opened(page)
    close(page)
    watched.settle()
    assert received
    assert not any(cards in message for message in received)


def test_rows_among_rows_can_be_gone_back_to(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}")
    page.click(".st-key-figure-partners strong .opens")
    assert opened(page) == "Partners engaged"
    page.locator("dialog.drill td .opens").first.click()
    page.wait_for_selector("dialog.drill .events > ol > li")
    page.get_by_role("button", name="Back").click()
    page.wait_for_selector("dialog.drill tbody tr")
    assert page.locator(ROWS).count() == watched.figure("partners")
    assert page.get_by_role("button", name="Back").count() == 0
    close(page)
    page.wait_for_function("document.activeElement.dataset.mark === 'measure=partners'")


def test_a_change_says_what_it_is_made_of(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}")
    page.click(".st-key-figure-events .change .opens")
    assert "Q3 2024" in opened(page)
    assert "6 now − 1 before = +5" in page.inner_text("dialog.drill")
    assert page.locator(ROWS).count() == 1
    page.locator("dialog.drill .note .opens").click()
    page.wait_for_selector('dialog.drill[data-mark="measure=events"]')
    assert page.locator(ROWS).count() == 6


def test_a_nought_says_why(watched: Watched) -> None:
    page = watched.open(f"/?{YEAR}")
    page.locator('.st-key-figure-events .spark [data-value="0"]').last.focus()
    page.keyboard.press("Enter")
    assert "Q1 2024" in opened(page)
    assert "does not mean that nothing took place" in page.inner_text("dialog.drill")


def test_shift_filters_by_a_column_and_the_chip_takes_it_back(watched: Watched) -> None:
    page = watched.open("/")
    column = page.locator(".st-key-figure-events .spark [data-mark]").nth(3)
    column.click(modifiers=["Shift"])
    page.wait_for_url("**from=2024-10-01&to=2024-12-31**")
    watched.settle()
    assert page.locator("dialog[open]").count() == 0
    page.get_by_label("Remove Q4 2024 (Oct–Dec 2024)").click()
    page.wait_for_url("**from=2020-10-01**")


def test_a_filter_on_the_compare_page_keeps_the_other_side(watched: Watched) -> None:
    page = watched.open(f"/compare?{YEAR}&vs_from=2022-01-01&vs_to=2022-12-31")
    page.locator('.st-key-card-compared_by_theme [data-mark^="theme="]').first.click()
    opened(page)
    page.get_by_role("button", name="Filter by this").click()
    page.wait_for_function("new URLSearchParams(location.search).has('theme')")
    assert "vs_from=2022-01-01" in page.url


def test_what_is_filtered_already_offers_no_filter(watched: Watched) -> None:
    page = watched.open(f"/?{YEAR}&region=europe")
    page.locator('.st-key-card-events_by_region h2 [data-mark="region=europe"]').click()
    opened(page)
    assert page.get_by_role("button", name="Filter by this").count() == 0


def test_a_filter_on_all_themes_adds_to_them(watched: Watched) -> None:
    page = watched.open("/?theme=governance,science_diplomacy&match=all")
    card = page.locator(".st-key-card-events_by_theme")
    card.get_by_role("button", name="Table").click()
    cell = card.locator('table [data-mark="theme=responsible_ai"]')
    events = cell.inner_text()
    cell.click()
    opened(page)
    page.get_by_role("button", name="Filter by this").click()
    page.wait_for_url("**theme=governance%2Cscience_diplomacy%2Cresponsible_ai**")
    watched.settle()
    assert page.locator(".st-key-figure-events strong").inner_text() == events


def test_a_partner_is_found_by_its_acronym_and_a_chip_gives_the_focus_on(watched: Watched) -> None:
    page = watched.open("/?lang=fr")
    page.click('[data-filter="partner"]')
    page.fill(".panel input[type=search]", "pmia")
    (found,) = page.locator(".panel .options .name").all_inner_texts()
    assert found.startswith("Partenariat mondial")
    page.locator(".panel .options input").check()
    page.wait_for_url("**partner=gpai**")
    page.keyboard.press("Escape")
    page.locator(".chips .chip").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("!new URLSearchParams(location.search).has('partner')")
    watched.settle()
    assert page.evaluate("document.activeElement.dataset.filter") == "partner"


MANY = "gpai,oecd,inria,nict,mila,ivado,unesco,scale-ai"


@pytest.mark.parametrize(("language", "others"), [("en", "and 6 others"), ("fr", "et 6 autres")])
def test_many_values_of_a_filter_take_the_room_of_two(
    watched: Watched, language: str, others: str
) -> None:
    page = watched.open(f"/?lang={language}&partner={MANY}")
    assert others in page.inner_text(".heading p")
    (chip,) = page.locator(".chips .chip").all()
    assert others in chip.inner_text()
    chip.click()
    page.wait_for_function("!new URLSearchParams(location.search).has('partner')")
    watched.settle()
    assert page.locator(".chips .chip").count() == 0
    page.goto(f"{watched.address}/board?lang={language}&partner={MANY}")
    page.wait_for_selector(".banner")
    assert others in page.inner_text(".banner")
