"""The pages driven as a reader does it: real clicks in a real Chromium, timed inside the page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Locator, Page

from tests.bench.expected import Expected, Shown
from tests.bench.serving import Served

PROBE = Path(__file__).with_name("probe.js").read_text("utf-8")
WINDOW = {"width": 1440, "height": 900}
PATIENCE = 300_000  # milliseconds until a page that does not answer is given up


class NotShown(Exception):
    """A page does not come to show what it should; the message names it and what it shows."""


class Driven:
    """One page of one server. `wire` counts the bytes that reach the browser."""

    figures = ""  # selector of the headline figures

    def __init__(self, browser: Browser, served: Served, expected: Expected) -> None:
        self.served, self.expected = served, expected
        self.themes: tuple[str, ...] = ()
        self.wire = 0
        self.context = browser.new_context(viewport=WINDOW)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.add_init_script(PROBE)
        self.count_bytes()

    def count_bytes(self) -> None:
        session = self.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda e: self.received(e["encodedDataLength"]))
        frame = "Network.webSocketFrameReceived"
        session.on(frame, lambda e: self.received(len(e["response"]["payloadData"]) * 3 / 4))

    def received(self, size: float) -> None:
        self.wire += int(size)

    def visit(self) -> dict[str, float]:
        """Milliseconds from an empty browser to the last frame, and until the figures stand."""
        expected = self.shows(())
        self.page.goto(self.served.address, wait_until="commit")
        self.page.evaluate("([expected]) => probe.expect(expected, 0)", [expected])
        return self.result()

    def add(self, theme: str) -> dict[str, float]:
        """Milliseconds from the click on one more theme to the last frame."""
        self.themes = (*self.themes, theme)
        return self.timed(self.option(theme), self.shows(self.themes))

    def timed(self, target: Locator, expected: Shown) -> dict[str, float]:
        self.page.bring_to_front()
        target.wait_for()
        used, wire = self.served.processor(), self.wire
        self.page.evaluate("([expected]) => probe.expect(expected)", [expected])
        target.click()
        found = self.result()
        self.served.rest(self.page.wait_for_timeout)  # meanwhile, bytes are counted
        return {
            **found,
            "processor": self.served.processor() - used,
            "bytes": self.wire - wire,
        }

    def result(self) -> dict[str, float]:
        """Raises NotShown."""
        script = (
            "Promise.race([probe.result, new Promise((_, no) => setTimeout(() => no("
            f"new Error(JSON.stringify(probe.now()))), {PATIENCE}))])"
        )
        try:
            found: dict[str, float] = self.page.evaluate(script)
        except Error as error:
            raise NotShown(f"{self.served.name} does not show what it should: {error}") from None
        return found

    def shows(self, themes: tuple[str, ...]) -> Shown:
        return {**self.expected.queried(themes), "selector": self.figures}

    def option(self, theme: str) -> Locator:
        raise NotImplementedError

    def clear(self) -> None:
        """Back to the whole record, not timed."""
        self.page.bring_to_front()
        self.unchoose()
        self.themes = ()
        self.settled()

    def unchoose(self) -> None:
        raise NotImplementedError

    def settled(self) -> None:
        expected = self.shows(self.themes)
        self.page.evaluate("([expected]) => probe.expect(expected, 0)", [expected])
        self.result()

    def close(self) -> None:
        self.context.close()


class Ours(Driven):
    figures = ".figure .number strong"

    def option(self, theme: str) -> Locator:
        opener = self.page.locator("button[data-filter=theme]")
        if opener.get_attribute("aria-expanded") != "true":
            opener.click()
        return self.page.locator(f"#pop-theme input[value={theme}]")

    def unchoose(self) -> None:
        self.page.locator("#pop-theme .clear").click()

    def to_page(self, title: str) -> dict[str, float]:
        """Milliseconds from the click in the contents to the other page's last frame."""
        link = self.page.locator("nav a", has_text=title)
        script = (
            f"document.querySelector('nav a[aria-current=page]')?.innerText === {title!r}"
            " && !('busy' in document.documentElement.dataset)"
            " && [...document.querySelectorAll('.plot .canvas')]"
            ".every((box) => box.dataset.drawn === '1')"
        )
        return self.timed(link, {"script": script})

    def to_board(self) -> None:
        """The board with all its charts drawn, not timed."""
        self.page.goto(f"{self.served.address}board", wait_until="commit")
        drawn = "[...document.querySelectorAll('.screen .canvas')].every((x) => x.dataset.drawn)"
        self.page.wait_for_function(f"document.querySelector('.screen') && {drawn}")
        self.page.wait_for_timeout(500)

    def next_screen(self) -> dict[str, float]:
        """Milliseconds from the click on "on" to the next screen's last frame."""
        now = self.page.locator(".screen[data-shown]").get_attribute("data-screen")
        script = f"document.querySelector('.screen[data-shown]').dataset.screen !== {now!r}"
        return self.timed(self.page.locator(".ways > button").last, {"script": script})

    def drill(self) -> dict[str, float]:
        """Milliseconds from the click on the number of events to its rows."""
        self.page.keyboard.press("Escape")
        script = "document.querySelector('dialog.drill[open] li')"
        found = self.timed(
            self.page.locator(".st-key-figure-events strong button"), {"script": script}
        )
        self.page.keyboard.press("Escape")
        self.page.wait_for_selector("dialog.drill", state="detached")
        return found


class Floor(Driven):
    def shows(self, themes: tuple[str, ...]) -> Shown:
        line = f"Chosen: {', '.join(self.expected.themes[theme] for theme in themes)}."
        return {"figures": [line], "selector": "[data-testid=stMarkdown] p"}

    def option(self, theme: str) -> Locator:
        label = self.expected.themes[theme]
        search = self.page.locator("[data-testid=stMultiSelect] input")
        search.fill(label)  # of a long list, only a part is drawn
        return self.page.get_by_role("option", name=label, exact=True)

    def unchoose(self) -> None:
        self.page.keyboard.press("Escape")
        self.page.locator("[data-testid=stMultiSelect]").get_by_label("Clear all").click()


class FloorWithCharts(Floor):
    def shows(self, themes: tuple[str, ...]) -> Shown:
        return {
            **self.expected.constant(len(themes)),
            "selector": "[data-testid=stMetricValue]",
        }


class Dash(Driven):
    figures = "p strong"

    def option(self, theme: str) -> Locator:
        return self.page.locator("#theme").get_by_text(self.expected.themes[theme], exact=True)

    def unchoose(self) -> None:
        for theme in self.themes:
            self.option(theme).click()
            self.page.wait_for_timeout(100)


DRIVEN: dict[str, Callable[..., Any]] = {
    "ours": Ours,
    "floor": Floor,
    "floor with charts": FloorWithCharts,
    "Dash": Dash,
    "Dash in memory": Dash,
}
