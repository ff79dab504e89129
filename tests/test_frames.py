"""What the reader sees from frame to frame: one picture a choice, in which nothing disagrees."""

import re

import pytest
from playwright.sync_api import WebSocketRoute

from dashboard import bundle
from tests.screen import Watched

# What each frame from now on shows.
KEEP = """(look) => {
    window.seen = [];
    const see = () => { window.seen.push(look()); requestAnimationFrame(see); };
    requestAnimationFrame(see);
}"""
PICTURE = """() => JSON.stringify([
    document.querySelector('.st-key-figure-events strong').innerText,
    [...document.querySelectorAll('.plot .main-svg')].map((drawn) => drawn.outerHTML),
])"""
TWO = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def test_figures_and_charts_change_in_one_frame(watched: Watched) -> None:
    page = watched.open("/")
    page.evaluate(f"() => ({KEEP})({PICTURE})")
    page.locator(".st-key-figure-events .spark [data-mark]").nth(3).click(modifiers=["Shift"])
    page.wait_for_url("**from=2024-10-01&to=2024-12-31**")
    watched.settle()
    page.evaluate(f"() => {TWO}")
    assert page.evaluate("new Set(window.seen).size") == 2


def test_rows_are_open_in_the_frame_that_brings_them(watched: Watched) -> None:
    page = watched.open("/")
    page.evaluate(f"() => ({KEEP})(() => document.querySelector('dialog.drill')?.open ?? null)")
    page.click(".st-key-figure-events strong button")
    page.wait_for_selector("dialog.drill[open]")
    page.evaluate(f"() => {TWO}")
    seen = page.evaluate("window.seen")
    assert seen[0] is None
    assert seen[-1] is True
    assert False not in seen


def test_whoever_waits_for_an_answer_is_shown_so(watched: Watched) -> None:
    held: list[bytes | str] = []
    holding, sockets = False, []

    def between(page: WebSocketRoute) -> None:
        sockets.append(page)
        keep = lambda sent: held.append(sent) if holding else page.send(sent)  # noqa: E731
        page.connect_to_server().on_message(keep)

    watched.page.route_web_socket(re.compile("_stcore/stream"), between)
    page = watched.open("/")
    holding = True
    page.click(".st-key-figure-events strong button")
    assert page.evaluate("'busy' in document.documentElement.dataset")
    page.wait_for_selector("html[data-waiting]", state="attached")
    holding = False
    for sent in held:
        sockets[-1].send(sent)
    page.wait_for_selector("dialog.drill[open]")
    watched.settle()
    assert not page.evaluate("'waiting' in document.documentElement.dataset")


@pytest.mark.parametrize("path", ["/", "/themes", "/regions", "/partners", "/compare"])
def test_a_chart_has_room_for_its_names_before_it_is_drawn(watched: Watched, path: str) -> None:
    """Else Plotly draws it twice."""
    page = watched.open(f"{path}?lang=fr")
    lacking = page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((box) => "lrtb".split("")
            .map((side) => box._fullLayout._size[side] - box.layout.margin[side]))"""
    )
    assert lacking
    assert max(lacking) <= 1  # pixels


def test_no_rule_makes_the_browser_look_at_everything_anew() -> None:
    """A :has() of all elements, or of the body, is asked again with each node of a chart."""
    rules = re.sub(r"/\*.*?\*/", "", bundle.style(), flags=re.S)
    assert ":has(" in rules
    assert not re.findall(r"(?:^|[\s,}>+~])(?:\*|html|body|div)?:has\(", rules)


def test_a_page_that_was_left_before_it_was_drawn_is_no_error(watched: Watched) -> None:
    page = watched.open("/")
    holds = page.evaluate("""async () => {
        const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
        const { drill } = await import(loaded.find((name) => name.endsWith("/page.js")));
        const data = new TextEncoder().encode(JSON.stringify({ done: 0 }));
        const above = document.createElement("div");
        const parentElement = above.appendChild(document.createElement("div"));
        await drill({ parentElement, data, setTriggerValue() {} });
        const alone = [above, parentElement].map((one) => "holds" in one.dataset);
        document.body.appendChild(document.createElement("p")).append(above);
        await drill({ parentElement, data, setTriggerValue() {} });
        return [...alone, "holds" in above.parentElement.dataset];
    }""")
    assert holds == [True, True, True]
