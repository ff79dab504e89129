"""Every number on every page opens as many rows as it says, in both languages."""

import re

import pytest
from playwright.sync_api import Browser, Page

from dashboard.app import BARE, CONTENTS, HOME
from tests.screen import Watched

FRAMED = [name for name in CONTENTS if name not in BARE]
SELECTION = {"en": "from=2024-04-01&to=2024-12-31", "fr": "from=2024-10-01&to=2024-12-31"}
# Each number that opens rows: its mark, and what it says. The points of a chart carry theirs.
COLLECT = """() => {
    const found = [];
    for (const e of document.querySelectorAll(".sheet [data-mark]")) {
        if (!e.closest("dialog")) found.push([e.dataset.mark, e.dataset.value ?? e.textContent]);
    }
    for (const box of document.querySelectorAll(".plot .canvas")) {
        for (const trace of box.data ?? []) {
            const bars = trace.orientation === "h" ? trace.x : trace.y;
            const values = trace.type === "bar" ? bars : trace.text;
            trace.customdata.forEach((mark, n) => found.push([mark, String(values[n])]));
        }
    }
    return found;
}"""
OPEN = """(mark) => {
    const button = [...document.querySelectorAll(".sheet [data-mark]")]
        .find((e) => e.dataset.mark === mark && !e.closest("dialog"));
    if (button) return button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    const box = [...document.querySelectorAll(".plot .canvas")]
        .find((b) => (b.data ?? []).some((trace) => trace.customdata.includes(mark)));
    box.emit("plotly_click", { points: [{ customdata: mark }], event: {} });
}"""
TABLES = "document.querySelectorAll('.ways [aria-pressed=false]').forEach((e) => e.click())"
ROWS = "dialog.drill .events > ol > li, dialog.drill tbody tr"


def number(text: str) -> int:
    """What a text says: its first number, without the marks between thousands."""
    return int(re.findall(r"-?\d+", re.sub(r"(?<=\d)[\u00a0\u202f,](?=\d{3})", "", text))[0])


def numbers(page: Page) -> dict[str, int]:
    """What each mark of the page says; two numbers with one mark must say the same."""
    said: dict[str, int] = {}
    for mark, text in page.evaluate(COLLECT):
        if "of=before" not in mark or "rows=" in mark:
            value = number(text.replace("\u2212", "-"))
            assert said.setdefault(mark, value) == value, f"{mark}: {said[mark]} and {value}"
    return {mark: value for mark, value in said.items() if value}


def rows_behind(page: Page, mark: str) -> int:
    page.evaluate(OPEN, mark)
    page.wait_for_selector(f'dialog.drill[open][data-mark="{mark}"]')
    return page.locator(ROWS).count()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", FRAMED)
def test_every_number_opens_as_many_rows(
    browser: Browser, address: str, name: str, language: str
) -> None:
    watched = Watched(browser.new_page(), address)
    page = watched.open(f"/{'' if name == HOME else name}?lang={language}&{SELECTION[language]}")
    said = numbers(page)
    page.evaluate(TABLES)
    said |= numbers(page)
    wrong = {mark: (n, rows_behind(page, mark)) for mark, n in said.items()}
    page.close()
    assert {mark: pair for mark, pair in wrong.items() if pair[0] != pair[1]} == {}
    assert watched.errors == []
    assert said or name in ("events", "snapshots")
