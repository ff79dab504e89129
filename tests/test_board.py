"""The board in a real browser: one message a screen, readable from the back, moved by the keyboard."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.screen import NUMBERS, Watched, build, served

Q4 = "from=2024-10-01&to=2024-12-31"
SCREENS = ("glance", "quarters", "themes", "regions", "partners", "events", "unknown")
WINDOWS = [(1920, 1080), (1280, 720), (1440, 900), (390, 844)]
SHOWN = ".screen[data-shown]"
STANDS = f"{SHOWN}, .screen.none"


@pytest.fixture
def window() -> tuple[int, int]:
    return 1920, 1080


def opened(watched: Watched, query: str = "", size: tuple[int, int] | None = None) -> Page:
    page = watched.page
    if size:
        page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{watched.address}/board?{query}")
    page.wait_for_selector(STANDS)
    watched.settle()
    return page


def shown(page: Page) -> str:
    assert page.locator(SHOWN).count() == 1
    return str(page.locator(SHOWN).get_attribute("data-screen"))


def test_keys_move_between_the_screens(watched: Watched) -> None:
    page = opened(watched)
    assert shown(page) == SCREENS[0]
    for key, place in [
        *(("ArrowRight", 1), ("PageDown", 2), ("ArrowDown", 3), ("ArrowLeft", 2), ("PageUp", 1)),
        *(("ArrowUp", 0), ("ArrowLeft", 0), ("End", 6), ("ArrowRight", 6), ("Home", 0)),
    ]:
        page.keyboard.press(key)
        page.wait_for_url(f"**screen={SCREENS[place]}")
        assert shown(page) == SCREENS[place], key


def test_no_key_is_lost_that_comes_before_the_screen_is_drawn(watched: Watched) -> None:
    page = opened(watched)
    page.evaluate(
        """() => { for (let n = 0; n < 3; n++)
            window.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' })); }"""
    )
    page.wait_for_url(f"**screen={SCREENS[3]}")


def test_buttons_and_the_list_move_between_the_screens(watched: Watched) -> None:
    page = opened(watched, "lang=fr")
    on = page.get_by_role("button", name="Écran suivant")
    place = on.bounding_box()
    on.click()
    assert shown(page) == "quarters"
    assert on.bounding_box() == place
    page.get_by_role("button", name="Écran précédent").click()
    assert shown(page) == "glance"
    assert page.get_by_role("button", name="Écran précédent").is_disabled()
    page.locator(".jump summary").click()
    assert page.locator(".jump li").count() == len(SCREENS)
    page.locator(".jump li button", has_text="Par région").click()
    assert shown(page) == "regions"
    assert not page.locator(".jump li").first.is_visible()


def test_a_link_opens_its_screen_and_keeps_the_selection(watched: Watched) -> None:
    page = opened(watched, f"lang=fr&{Q4}&theme=governance&screen=regions")
    assert shown(page) == "regions"
    assert "theme=governance" in page.url
    assert "screen=regions" in page.url
    assert "Gouvernance" in page.locator(f"{SHOWN} .banner").inner_text()
    page.locator(".leave").click()
    page.wait_for_selector(".sheet h1")
    assert f"lang=fr&calendar=calendar&{Q4}&theme=governance" in page.url
    page.locator("nav >> text=Conseil").click()
    page.wait_for_selector(STANDS)
    assert "theme=governance" in page.url
    assert shown(opened(watched, "screen=3")) == "themes"
    assert shown(opened(watched, "screen=nowhere")) == "glance"


def test_r_and_c_do_nothing(watched: Watched) -> None:
    page, sent = opened(watched), frames(watched)
    before = len(sent)
    for key in ("r", "c", "R", "C"):
        page.keyboard.press(key)
    page.wait_for_timeout(600)
    assert len(sent) == before
    assert page.locator("[role=dialog], dialog[open]").count() == 0
    assert shown(page) == "glance"


def frames(watched: Watched) -> list[object]:
    """What is sent over the sockets of a page loaded anew, growing as it is sent."""
    sent: list[object] = []

    def keep(frame: object) -> None:  # Playwright takes no built-in function
        sent.append(frame)

    watched.page.on("websocket", lambda socket: socket.on("framesent", keep))
    watched.page.reload()
    watched.page.wait_for_selector(STANDS)
    watched.settle()
    watched.page.wait_for_timeout(500)
    return sent


def test_moving_asks_the_server_nothing_and_shows_no_blank(watched: Watched) -> None:
    page = opened(watched)
    sent = frames(watched)
    assert sent
    before = len(sent)
    page.evaluate(
        """() => { window.charts = [...document.querySelectorAll('.plot .main-svg')]; window.blank = [];
            const look = () => {
                const now = document.querySelector('.screen[data-shown]');
                const plot = now?.querySelector('.plot');
                if (!now || (plot && !plot.querySelector('.main-svg'))) window.blank.push(now?.dataset.screen);
                requestAnimationFrame(look);
            };
            look(); }"""
    )
    for _ in SCREENS:
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(60)
    for _ in SCREENS:
        page.keyboard.press("PageUp")
    page.wait_for_timeout(300)
    assert page.evaluate("window.blank") == []
    assert page.evaluate("window.charts.length >= 4 && window.charts.every((c) => c.isConnected)")
    assert len(sent) == before


# ruff: noqa: E501
LETTERS = """() => {
    const small = [], walk = document.createTreeWalker(document.querySelector('.board'), NodeFilter.SHOW_TEXT);
    for (let node; (node = walk.nextNode());) {
        const parent = node.parentElement;
        if (!node.textContent.trim() || parent.closest('.aloud, caption, .modebar')) continue;
        small.push([parseFloat(getComputedStyle(parent).fontSize), node.textContent.trim()]);
    }
    return small; }"""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "size, least",
    [((1920, 1080), 24), ((1280, 720), 16), ((390, 844), 14), ((844, 390), 14)],
    ids=str,
)
def test_every_letter_is_large(
    watched: Watched, size: tuple[int, int], least: int, language: str
) -> None:
    page = opened(watched, f"lang={language}", size)
    letters = page.evaluate(LETTERS)
    assert len(letters) > 100
    assert [text for size, text in letters if size < least - 0.01] == []


BEYOND = """() => {
    const out = [], now = document.querySelector('.screen[data-shown]');
    const { innerWidth: wide, innerHeight: high } = window;
    const page = document.scrollingElement;
    if (page.scrollHeight > high || page.scrollWidth > wide) out.push('the page scrolls');
    const place = (part) => part.getBoundingClientRect(), rows = 'tbody tr:not([hidden]), .beyond, .large li';
    for (const part of now.querySelectorAll(`h1, .banner, .unit, .foot, svg text, ${rows}`)) {
        const { left, top, right, bottom, width } = place(part);
        if (width && (left < -1 || top < -1 || right > wide + 1 || bottom > high + 1)) out.push(part.textContent);
    }
    const parts = ['.banner', 'h1', '.unit', '.body', '.foot'].map((name) => place(now.querySelector(name)));
    parts.forEach((box, n) => n && box.top < parts[n - 1].bottom - 1 && out.push(`part ${n} overlaps`));
    const ways = place(document.querySelector('.ways'));
    if (parts.at(-1).bottom > ways.top + 1) out.push('the foot lies under the buttons');
    if (parts[3].height < 0.25 * high) out.push(`the chart is ${parts[3].height} high`);
    for (const row of now.querySelectorAll(rows))
        if (place(row).bottom > parts[3].bottom + 1) out.push(`cut: ${row.textContent}`);
    for (const cell of now.querySelectorAll('.large li')) for (const part of cell.children)
        if (place(part).bottom > place(cell).bottom + 1 || part.scrollWidth > part.clientWidth + 1) out.push(`runs over: ${part.textContent}`);
    const large = now.querySelector('.large');
    if (large && place(large.lastElementChild).bottom < parts[3].bottom - 0.03 * high) out.push('the figures leave room');
    return out; }"""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", WINDOWS, ids=str)
@pytest.mark.parametrize("query", ["", Q4])
def test_every_screen_fits_its_window(
    watched: Watched, size: tuple[int, int], language: str, query: str
) -> None:
    page = opened(watched, f"lang={language}&{query}", size)
    for name in SCREENS:
        assert shown(page) == name
        page.wait_for_timeout(80)
        assert page.evaluate(BEYOND) == [], name
        page.keyboard.press("ArrowRight")


SIDEWAYS = """() => {
    const out = [], now = document.querySelector('.screen[data-shown]'), place = (part) => part.getBoundingClientRect();
    const meet = (one, other, least) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > least
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > least;
    const apart = (parts, least = 1) => parts.forEach((part, n) => parts.slice(n + 1).forEach((other) =>
        meet(place(part), place(other), least) && out.push(`${part.textContent} / ${other.textContent}`)));
    apart([...now.querySelectorAll('.banner, h1, .unit, .body, .foot'), document.querySelector('.ways')]);
    apart([...now.querySelectorAll('.large :is(strong, span:not(.whole))')]);
    apart([...now.querySelectorAll('NUMBERS')], 6);
    const body = now.querySelector('.body'), foot = now.querySelector('.foot'), box = place(now.querySelector('.plot') ?? body);
    for (const part of now.querySelectorAll('.large li > *, .body svg text, tbody tr:not([hidden]), .beyond')) {
        const { left, top, right, bottom, width } = place(part);
        if (width && (left < box.left - 1 || top < box.top - 1 || right > box.right + 1 || bottom > box.bottom + 1)) out.push(`cut: ${part.textContent}`);
    }
    for (const part of now.querySelectorAll('.banner, h1, .unit, .foot, .large span'))
        if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth) out.push(`too wide: ${part.textContent}`);
    const page = document.scrollingElement, scrolls = (part) => part.scrollHeight > part.clientHeight + 1;
    if (scrolls(page) || page.scrollWidth > innerWidth || scrolls(now)) out.push('the screen scrolls');
    if (scrolls(body) && !body.querySelector('.ytick tspan')) out.push('one-line names scroll');
    if (scrolls(foot) && foot.clientHeight < 50) out.push('no foot');
    if (place(body).height < 0.6 * innerHeight) out.push('the chart is low');
    return out; }""".replace("NUMBERS", NUMBERS)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(844, 390), (667, 375)], ids=str)
@pytest.mark.parametrize("query", ["", Q4])
def test_nothing_overlaps_on_a_phone_on_its_side(
    watched: Watched, size: tuple[int, int], language: str, query: str
) -> None:
    page = opened(watched, f"lang={language}&{query}", size)
    for name in SCREENS:
        page.wait_for_selector(f"{SHOWN}[data-screen={name}]")
        watched.settle()
        assert page.evaluate(SIDEWAYS) == [], name
        assert page.evaluate(NAMES) == {"cut": [], "beyond": 0, "over": 0}, name
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("query", ["lang=en", f"lang=fr&{Q4}"])
def test_every_figure_of_a_title_opens_as_many_rows(watched: Watched, query: str) -> None:
    page = opened(watched, query)
    for name in SCREENS:
        assert shown(page) == name
        figures = page.locator(f"{SHOWN} :is(h1, .large) .opens")
        for n in range(figures.count()):
            said = int(re.sub(r"\D", "", figures.nth(n).inner_text()))
            figures.nth(n).click()
            page.wait_for_selector("dialog.drill[open]")
            rows = page.locator("dialog.drill .events ol > li, dialog.drill tbody tr")
            assert rows.count() == said, (name, figures.nth(n).get_attribute("data-mark"))
            page.keyboard.press("Escape")
            page.wait_for_selector("dialog.drill", state="detached")
            watched.settle()
            assert shown(page) == name
        page.keyboard.press("ArrowRight")


def test_a_bar_and_a_name_open_their_rows(watched: Watched) -> None:
    page = opened(watched, "screen=regions")
    label = page.locator(f"{SHOWN} .ytick text", has_text="Europe")
    label.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog.drill[open]")
    assert page.locator("dialog.drill ol > li").count() == 8
    letters = "parseFloat(getComputedStyle(document.querySelector('dialog.drill .title')).fontSize)"
    zoom = "parseFloat(getComputedStyle(document.querySelector('dialog.drill .inside')).zoom)"
    assert page.evaluate(f"{letters} * {zoom}") >= 24
    page.keyboard.press("ArrowRight")
    assert shown(page) == "regions"
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.drill", state="detached")
    assert page.get_by_role("button", name="Filter by this").count() == 0


def test_enter_hands_the_arrows_to_a_chart_and_escape_takes_them_back(watched: Watched) -> None:
    page = opened(watched, "screen=quarters")
    chart = page.locator(f"{SHOWN} .canvas")
    chart.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    assert shown(page) == "quarters"
    assert "2023" in str(chart.get_attribute("aria-label"))
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog.drill[open]")
    assert page.locator("dialog.drill ol > li").count() == 2
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.drill", state="detached")
    chart.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    assert shown(page) == "themes"


NAMES = """() => {
    const labels = [...document.querySelectorAll('.screen[data-shown] .ytick text')];
    const boxes = labels.map((label) => label.getBoundingClientRect());
    return { cut: labels.map((label) => label.textContent).filter((text) => text.includes('…')),
        beyond: [...document.querySelectorAll('.screen[data-shown] :is(NUMBERS)')].filter((text) =>
            text.getBoundingClientRect().right > text.closest('.body').getBoundingClientRect().right + 0.5).length,
        over: boxes.filter((box, n) => n && box.top < boxes[n - 1].bottom - 6).length }; }""".replace(
    "NUMBERS", NUMBERS
)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("screen", ["regions", "partners"])
def test_names_are_whole_on_a_phone(watched: Watched, screen: str, language: str) -> None:
    page = opened(watched, f"lang={language}&{Q4}&screen={screen}", (390, 844))
    assert page.locator(f"{SHOWN} .ytick text").count() >= 10
    assert page.evaluate(NAMES) == {"cut": [], "beyond": 0, "over": 0}
    assert page.evaluate(BEYOND) == []


SMALL = """() => {
    const inside = document.querySelector('dialog.drill .inside'), zoom = parseFloat(getComputedStyle(inside).zoom);
    const walk = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT), small = [];
    for (let node; (node = walk.nextNode());) {
        const size = zoom * parseFloat(getComputedStyle(node.parentElement).fontSize);
        if (node.textContent.trim() && !node.parentElement.closest('caption') && size < LEAST) small.push(node.textContent.trim());
    }
    const table = inside.querySelector('.table');
    if (table && table.scrollWidth > table.clientWidth + 1) small.push(`${table.scrollWidth - table.clientWidth} of the table are cut`);
    const { right, left } = inside.getBoundingClientRect();
    if (left < 0 || right > window.innerWidth + 1) small.push('the panel is cut');
    return small; }"""
ROWS = [
    (
        "unknown",
        "rows=quarters;coverage=none",
        ["Quarters · without a recap", "Trimestres · sans bilan"],
    ),
    ("partners", "rows=standings;standing=new", ["Partners · new", "Partenaires · nouveau"]),
    ("glance", "measure=events", ["Events", "Événements"]),
]


@pytest.mark.parametrize("size, least", [((1920, 1080), 24), ((1280, 720), 16)], ids=str)
@pytest.mark.parametrize("screen, mark, titles", ROWS)
def test_the_rows_say_what_they_are_and_can_be_read(
    watched: Watched, screen: str, mark: str, titles: list[str], size: tuple[int, int], least: int
) -> None:
    for language, title in zip(("en", "fr"), titles, strict=True):
        page = opened(watched, f"lang={language}&screen={screen}", size)
        page.locator(f"{SHOWN} h1 [data-mark='{mark}']").click()
        page.wait_for_selector("dialog.drill[open]")
        assert page.inner_text("dialog.drill header h2") == title
        assert page.evaluate(SMALL.replace("LEAST", str(least - 0.1))) == []


def test_a_long_table_says_how_many_more_there_are(watched: Watched) -> None:
    page = opened(watched, "screen=events")
    visible = page.locator(f"{SHOWN} tbody tr:not([hidden])").count()
    beyond = page.locator(f"{SHOWN} .beyond button")
    assert beyond.inner_text() == f"{24 - visible} more: show all"
    beyond.click()
    page.wait_for_selector("dialog.drill[open]")
    assert page.locator("dialog.drill ol > li").count() == 24


def test_the_notes_hold_every_screen_the_open_one_first(watched: Watched) -> None:
    page = opened(watched, f"{Q4}&screen=themes")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Notes").click()
    notes = popup.value
    notes.wait_for_selector(".board.notes section")
    names = [one.get_attribute("data-note") for one in notes.locator("[data-note]").all()]
    assert names == ["themes", *(name for name in SCREENS if name != "themes")]
    assert "What is counted" in notes.locator("[data-note=themes]").inner_text()
    assert "Every screen of the story is shown." in notes.inner_text("body")


def beside(watched: Watched, query: str, waited: str) -> Page:
    """Another window of the same browser."""
    page = watched.page.context.new_page()
    page.goto(f"{watched.address}/board?{query}")
    page.wait_for_selector(waited)
    return page


def first_note(page: Page, name: str) -> None:
    """Wait until the notes begin with a screen."""
    page.wait_for_function(
        "name => document.querySelector('.board.notes [data-note]')?.dataset.note === name",
        arg=name,
    )


def test_board_and_notes_turn_together(watched: Watched) -> None:
    page = opened(watched, f"{Q4}&screen=quarters")
    notes = beside(watched, f"{Q4}&screen=events&notes=1", ".board.notes")
    first_note(notes, "quarters")  # it asks the board
    page.keyboard.press("ArrowRight")
    first_note(notes, "themes")
    notes.wait_for_url("**screen=themes**")
    notes.mouse.wheel(0, 2000)
    for key, name in (("PageDown", "regions"), ("End", "unknown"), ("ArrowLeft", "events")):
        notes.keyboard.press(key)
        first_note(notes, name)
        page.wait_for_selector(f"{SHOWN}[data-screen={name}]")
    assert notes.evaluate("document.querySelector('.board.notes').scrollTop") == 0
    notes.reload()
    first_note(notes, "events")


def test_only_the_notes_of_the_same_link_follow(watched: Watched) -> None:
    page = opened(watched, Q4)
    notes = beside(watched, f"{Q4}&notes=1", ".board.notes")
    page.keyboard.press("ArrowRight")
    first_note(notes, "quarters")
    twin = beside(watched, Q4, SHOWN)
    others = ["", f"{Q4}&lang=fr", f"{Q4}&theme=smes", "from=2024-01-01&to=2024-12-31"]
    apart = [beside(watched, f"{other}&notes=1", ".board.notes") for other in others]
    for name in ("themes", "regions"):
        page.keyboard.press("ArrowRight")
        first_note(notes, name)
    for other in apart:
        first_note(other, "glance")
        other.keyboard.press("ArrowRight")
        first_note(other, "quarters")
    twin.keyboard.press("ArrowRight")
    assert shown(twin) == "quarters"
    first_note(notes, "quarters")
    assert shown(page) == "regions"


def test_the_banner_says_how_much_of_the_link_was_not_understood(watched: Watched) -> None:
    page = opened(watched, "theme=nosuch,smes")
    banner = page.locator(f"{SHOWN} .banner")
    assert banner.inner_text().endswith(" · 1 part of the link was not understood: see the notes")
    page = opened(watched, "lang=fr&theme=nosuch&from=yesterday")
    assert banner.inner_text().endswith(
        " · 2 éléments du lien n’ont pas été compris\u00a0: voir les notes"
    )
    assert "nosuch" not in page.inner_text(".board")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Notes").click()
    notes = popup.value
    notes.wait_for_selector(".board.notes section")
    assert "nosuch" in notes.inner_text(".board.notes")
    page.keyboard.press("ArrowRight")
    first_note(notes, "quarters")
    assert "compris" not in opened(watched, "lang=fr&theme=smes").inner_text(".board")


def test_what_cannot_be_shown_is_said_to_the_presenter_only(watched: Watched) -> None:
    page = opened(watched, "from=2021-01-01&to=2021-12-31&theme=nope")
    assert page.locator(".screen").count() == 1
    assert "nope" not in page.inner_text(".board")
    page.goto(f"{page.url}&notes=1")
    page.wait_for_selector(".board.notes .skipped")
    assert page.locator(".skipped li").count() == 6
    assert "It selects nothing: 2021" in page.inner_text(".skipped")
    page.goto(f"{watched.address}/board?theme=nope&notes=1")
    page.wait_for_selector(".board.notes h2")
    assert "“nope” is not a known value" in page.inner_text(".board")


def test_a_period_outside_the_record_says_what_to_do(watched: Watched) -> None:
    page = opened(watched, "lang=fr&from=1950-01-01&to=1950-02-01")
    assert "Aucun événement n’est consigné" in page.inner_text(f"{SHOWN} h1")
    assert page.locator(".leave").is_visible()


OUTSIDE = """() => [...document.querySelectorAll('.ways, .out > *, .work p, .work button, .pack :is(summary, .offers, .offers button)')].filter((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    return part.checkVisibility({ contentVisibilityAuto: true }) && (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight);
}).map((part) => part.className || part.textContent)"""


# What lies outside while a pack is made, which may be over sooner than a test can ask.
WORKING = f"""() => new MutationObserver(() => {{
    if (document.querySelector('.work p')) window.working = ({OUTSIDE})();
}}).observe(document.body, {{ childList: true, subtree: true }})"""


@pytest.mark.parametrize("size", [(390, 844), (360, 640), (667, 375)], ids=str)
@pytest.mark.parametrize("language, name", [("en", "Board pack"), ("fr", "Dossier du conseil")])
def test_the_pack_is_within_reach_on_a_phone(
    watched: Watched, size: tuple[int, int], language: str, name: str
) -> None:
    page = opened(watched, f"lang={language}&{Q4}", size)
    assert page.evaluate(OUTSIDE) == []
    assert page.locator(".pack summary").get_attribute("aria-label") == name
    page.locator(".pack summary").click()
    assert page.locator(".pack .offers button").all_inner_texts() == ["PPTX", "PDF", "XLSX"]
    assert page.evaluate(OUTSIDE) == []
    page.evaluate(WORKING)
    with page.expect_download() as download:
        page.get_by_role("button", name="XLSX").click()
    assert page.evaluate("working") == []
    assert download.value.suggested_filename.endswith(".xlsx")


def test_the_board_shows_the_public_view(watched: Watched) -> None:
    page = opened(watched)
    assert "Public view" in page.locator(f"{SHOWN} .banner").inner_text()


@dataclass
class Telling:
    """The board of a server that tells a story of its own."""

    watched: Watched
    home: Path

    def notes(self, query: str = "") -> str:
        """What the notes say is not shown."""
        page = self.watched.page
        page.goto(f"{self.watched.address}/board?{query}&notes=1")
        page.wait_for_selector(".board.notes .skipped")
        return page.inner_text(".skipped")


@pytest.fixture
def telling(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Telling]:
    """request.param: the text of the story, in ours.toml."""
    assert build(tmp_path).returncode == 0
    story = tmp_path / "ours.toml"
    story.write_text(request.param, "utf-8")
    with served(tmp_path, OUTREACH_STORY=str(story)) as address:
        watched = Watched(browser.new_page(), address)
        yield Telling(watched, tmp_path)
        watched.page.close()


@pytest.mark.parametrize("telling", ['[[screen]]\nname = "odd\n'], indirect=True)
def test_a_story_that_cannot_be_read_is_said(telling: Telling) -> None:
    page = opened(telling.watched, "lang=fr")
    assert "son récit est illisible" in page.inner_text(".screen.none")
    assert "ligne 2" in telling.notes("lang=fr")
    assert logged(telling.home, "ours.toml, line 2")


def logged(home: Path, words: str) -> bool:
    """Whether the server's log says so, once it has gone through the story beside its work."""
    for _ in range(150):
        if words in (home / "server.log").read_text("utf-8"):
            return True
        time.sleep(0.2)
    return False


WRONG = '[[screen]]\nname = "odd"\nquestion = "nothing"\n'


@pytest.mark.parametrize("telling", [WRONG], indirect=True)
def test_a_wrong_story_is_said_in_the_log_and_not_on_the_screen(telling: Telling) -> None:
    page = opened(telling.watched)
    assert "ours.toml" not in page.inner_text(".board")
    assert "“nothing” is no question" in telling.notes()
    assert logged(telling.home, "“nothing” is no question")
