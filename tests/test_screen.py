"""The main job in a real browser: look, filter, follow a link, open what is behind a mark."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from dashboard.app import BARE, CONTENTS, HOME
from tests.screen import NUMBERS, ROOT, Watched, build, served

MAIN = ("events_by_quarter", "events_by_theme", "events_by_region", "events_by_partner")
FRAMED = [name for name in CONTENTS if name not in BARE]
Q4 = "from=2024-10-01&to=2024-12-31"


def test_the_four_charts_draw(watched: Watched) -> None:
    page = watched.open("/")
    for question in MAIN:
        card = page.locator(f".st-key-card-{question}")
        assert card.locator(".js-plotly-plot .bars .point").count() > 0, question
        assert card.locator("h2").inner_text()


def test_figures_and_first_charts_fit_one_screen(watched: Watched) -> None:
    page = watched.open("/")
    for key in (
        "figure-events",
        "figure-countries",
        "card-events_by_quarter",
        "card-events_by_theme",
    ):
        box = page.locator(f".st-key-{key}").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 900, key


def test_a_filter_changes_figures_and_charts(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}")
    before = watched.figure("events"), page.locator(".st-key-card-events_by_theme h2").inner_text()
    page.click("[data-filter=theme]")
    page.check("input[value=equality]")
    page.wait_for_url("**theme=equality**")
    watched.settle()
    after = watched.figure("events"), page.locator(".st-key-card-events_by_theme h2").inner_text()
    assert before[0] == 6
    assert after[0] == 2
    assert before[1] != after[1]


def test_a_link_restores_the_view_in_the_other_language(watched: Watched) -> None:
    chosen = f"{Q4}&theme=governance,responsible_ai&match=all&unconfirmed=1&calendar=fiscal"
    page = watched.open(f"/?lang=en&{chosen}")
    english = watched.figure("events")
    page.click(".languages [lang=fr]")
    page.wait_for_url("**lang=fr**")
    watched.settle()
    link = page.url
    assert watched.figure("events") == english
    page = watched.open("/" + link.split("/", 3)[3])
    assert watched.figure("events") == english
    assert page.url == link
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert page.get_by_label("Retirer Gouvernance").count() == 1


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", FRAMED)
def test_every_page_stands_in_both_languages(watched: Watched, name: str, language: str) -> None:
    page = watched.open(f"/{'' if name == HOME else name}?lang={language}")
    assert page.evaluate("document.documentElement.lang") == language
    assert page.title().endswith(" · CEIMIA")
    assert page.locator("nav a[aria-current=page]").count() == 1
    cut = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    assert cut <= 0


def test_a_brief_text_of_a_list_stays_on_one_line(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 1440, "height": 900})
    page = watched.open("/record?lang=fr")
    lines = page.evaluate(
        """() => [...document.querySelectorAll('.list tbody .brief')].map(cell => {
            const text = document.createRange();
            text.selectNodeContents(cell);
            return new Set([...text.getClientRects()].map(line => line.top)).size;
        })"""
    )
    assert len(lines) > 20
    assert max(lines) == 1


@pytest.mark.parametrize("name", FRAMED)
def test_nothing_is_cut_on_a_phone(watched: Watched, name: str) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open(f"/{'' if name == HOME else name}?lang=fr")
    beyond = page.evaluate(
        """() => [...document.querySelectorAll('.root *')]
            .filter(e => !e.closest('.table') && !e.closest('.skip') && !e.closest('svg'))
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.className || e.tagName)"""
    )
    assert beyond == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_menu_has_its_offers_in_sight_on_a_phone(watched: Watched, language: str) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open(f"/?lang={language}")
    inside = page.evaluate(
        """() => [...document.querySelectorAll('.menu')].map(menu => {
            menu.open = true;
            const {left, right} = menu.querySelector('.offers').getBoundingClientRect();
            menu.open = false;
            return left >= 0 && right > left && right <= innerWidth;
        })"""
    )
    assert len(inside) > 4
    assert all(inside)


def test_pages_keep_the_selection(watched: Watched) -> None:
    page = watched.open(f"/?lang=fr&{Q4}&theme=smes")
    page.click("nav >> text=Thèmes")
    page.wait_for_url("**/themes?**")
    watched.page.wait_for_function("document.querySelector('h1')?.textContent === 'Thèmes'")
    assert f"lang=fr&calendar=calendar&{Q4}&theme=smes" in page.url
    page.go_back()
    page.wait_for_function("document.querySelector('h1')?.textContent !== 'Thèmes'")
    assert "theme=smes" in page.url


def test_rubbish_in_a_link_is_named_and_left_out(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}&theme=governance,n%C3%B6pe&to=2024-13-45&lang=xx")
    notices = page.locator(".notices").inner_text()
    assert "nöpe" in notices
    assert "xx" in notices
    assert "theme=governance" in page.url


def test_an_empty_selection_says_what_to_do(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}&theme=climate")
    assert watched.figure("events") == 0
    assert "Widen the period" in page.locator(".st-key-card-events_by_theme").inner_text()
    page = watched.open("/?from=2021-01-01&to=2021-03-31")
    assert watched.figure("events") == 0
    assert "no recap" in page.locator(".st-key-card-events_by_theme").inner_text()
    page = watched.open("/?from=1999-01-01&to=1999-12-31")
    assert "outside" in page.locator(".st-key-card-events_by_theme").inner_text()


def test_each_partner_s_name_opens_its_rows(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}")
    labels = page.locator(".st-key-card-events_by_partner .ytick text")
    drawn = page.evaluate(
        """() => {
            const card = document.querySelector(".st-key-card-events_by_partner");
            const { x, y } = card.querySelector(".canvas").data[0];
            return Object.fromEntries(y.map((name, n) => [name, x[n]]));
        }"""
    )
    for n in (0, 3, labels.count() - 1):
        name = (labels.nth(n).text_content() or "").strip()
        labels.nth(n).focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("dialog.drill[open]")
        assert page.locator("dialog.drill ol > li").count() == drawn[name]
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog.drill", state="detached")
        watched.settle()


def test_a_bar_opens_as_many_rows_as_it_says(watched: Watched) -> None:
    page = watched.open("/")
    bars = page.locator(".st-key-card-events_by_quarter .bars .point path")
    texts = page.locator(".st-key-card-events_by_quarter").locator(NUMBERS)
    said = [
        int(re.sub(r"\D", "", text)) for text in texts.all_text_contents() if re.search(r"\d", text)
    ]
    box = bars.nth(16).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("dialog.drill[open]")
    assert page.locator("dialog.drill header h2").inner_text() == "Q4 2024"
    assert page.locator("dialog.drill ol > li").count() == max(said) == 6


@pytest.mark.parametrize("earlier", ["theme=smes", "theme=climate&region=europe"])
def test_bars_have_their_numbers_whatever_was_shown_before(watched: Watched, earlier: str) -> None:
    page = watched.open("/")
    numbers = page.locator(NUMBERS)
    whole = sorted(filter(str.strip, numbers.all_text_contents()))
    page = watched.open(f"/?{earlier}")
    page.get_by_role("button", name="Reset").click()
    watched.settle()
    assert sorted(filter(str.strip, numbers.all_text_contents())) == whole


def test_a_row_opens_its_evidence(watched: Watched) -> None:
    page = watched.open(f"/events?{Q4}")
    page.fill(".events input[type=search]", "belgrade")
    rows = page.locator(".events ol > li")
    assert rows.count() == 1
    assert "3–4 December 2024" in rows.inner_text()
    summary = rows.locator("summary").first
    summary.press("Enter")
    drawn = summary.evaluate(
        """(row) => {
            const shade = getComputedStyle(row);
            const edge = parseFloat(shade.outlineOffset) + parseFloat(shade.outlineWidth);
            const inner = row.getBoundingClientRect();
            const outer = row.closest("li").getBoundingClientRect();
            return inner.left - edge >= outer.left && inner.top - edge >= outer.top
                && inner.right + edge <= outer.right;
        }"""
    )
    assert drawn, "the focus is cut off"
    evidence = rows.locator(".evidence").first.inner_text()
    assert "In the Spotlight" in evidence
    assert "https://ceimia.org/en/" in evidence
    assert rows.locator(".activities > li").count() == 7


def test_the_table_holds_what_the_chart_shows(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}")
    card = page.locator(".st-key-card-events_by_region")
    card.get_by_role("button", name="Table").click()
    numbers = [int(text) for text in card.locator("td.number").all_inner_texts()]
    assert sum(numbers) == watched.figure("events")


def test_the_keyboard_reaches_the_filters(watched: Watched) -> None:
    page = watched.open("/")
    page.locator("[data-filter=region]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**region=quebec**")
    watched.settle()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.filter") == "region"
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("!location.search.includes('region')")


def test_dark_follows_the_system(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    watched = Watched(context.new_page(), address)
    page = watched.open("/")
    colours = page.evaluate(
        """() => {
            const shade = (where) => getComputedStyle(document.querySelector(where));
            return [shade('.stApp').backgroundColor, shade('h1').color];
        }"""
    )
    context.close()
    page_colour, ink = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours)
    assert page_colour < 150
    assert ink > 500


def test_without_a_warehouse_the_page_says_what_to_do(browser: Browser, tmp_path: Path) -> None:
    with served(tmp_path) as address:
        page = browser.new_page()
        page.goto(f"{address}/?lang=fr")
        page.wait_for_selector("text=aucun registre à montrer")
        page.wait_for_selector("text=python -m data.build")
        page.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_headline_figure_opens_as_many_rows(watched: Watched, language: str) -> None:
    page = watched.open(f"/?{Q4}&theme=governance,equality&lang={language}")
    for measure in ("events", "activities", "partners", "new_partners", "countries"):
        said = watched.figure(measure)
        page.click(f".st-key-figure-{measure} strong .opens")
        page.wait_for_selector("dialog.drill[open]")
        rows = page.locator("dialog.drill .events ol > li, dialog.drill tbody tr")
        assert rows.count() == said, measure
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog.drill", state="detached")
        watched.settle()


@pytest.mark.parametrize("ending", ["CSV", "XLSX", "PARQUET", "PNG", "SVG"])
def test_a_card_gives_away_its_figures_and_picture(watched: Watched, ending: str) -> None:
    page = watched.open(f"/?{Q4}")
    card = page.locator(".st-key-card-events_by_region")
    card.locator(".menu summary").click()
    with page.expect_download() as download:
        card.locator(".offers button", has_text=ending).first.click()
    file = download.value
    assert file.suggested_filename.startswith("ceimia-events_by_region-2024-10-01-2024-12-31-")
    content = Path(file.path()).read_bytes()
    assert len(content) > 500
    if ending == "CSV":
        rows = [
            line.split(",") for line in content.decode("utf-8-sig").splitlines() if line[:1] != "#"
        ]
        assert sum(int(row[-1]) for row in rows[1:]) == watched.figure("events")


@pytest.mark.parametrize("ending, language", [("PPTX", "fr"), ("PDF", "en"), ("XLSX", "fr")])
def test_the_pack_is_one_click_away(watched: Watched, ending: str, language: str) -> None:
    page = watched.open(f"/?{Q4}&lang={language}")
    page.locator(".pack summary").click()
    with page.expect_download() as download:
        page.locator(".pack .offers button", has_text=ending).click()
    file = download.value
    assert file.suggested_filename.startswith("ceimia-board-2024-10-01-2024-12-31-")
    assert file.suggested_filename.endswith(f".{ending.lower()}")
    content = Path(file.path()).read_bytes()
    assert content[:4] == (b"%PDF" if ending == "PDF" else b"PK\x03\x04")
    page.wait_for_function("document.querySelector('.work').innerText === ''")


def test_a_pack_says_its_step_and_can_be_stopped(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}&lang=fr")
    stopped: list[str] = []

    def answer(route: Route) -> None:
        if route.request.method == "POST":
            stopped.append(route.request.url)
            route.fulfill(status=204)
        else:
            state = "stopped" if stopped else "making"
            step = "Écran 3 sur 7\u00a0: Par thème"
            route.fulfill(json={"state": state, "step": step, "said": ""})

    page.route("**/jobs/**", answer)
    page.locator(".pack summary").click()
    page.locator(".pack .offers button", has_text="PDF").click()
    page.wait_for_selector(".work span:text('Écran 3 sur 7')")
    assert page.inner_text(".work span") == "Écran 3 sur 7\u00a0: Par thème"
    page.get_by_role("link", name="Partenaires", exact=True).click()
    page.wait_for_selector(".heading h1:text('Partenaires')")
    page.wait_for_selector(".work span:text('Écran 3 sur 7')")
    page.reload()
    page.wait_for_selector(".work span:text('Écran 3 sur 7')")
    page.get_by_role("link", name="Vue d’ensemble", exact=True).click()
    page.locator(".pack summary").click()
    assert page.locator(".pack .offers button:disabled").count() == 3
    page.get_by_role("button", name="Arrêter").click()
    page.wait_for_selector(".work span:text('rien')")
    assert page.inner_text(".work span") == "Arrêté\u00a0: rien n’a été produit."
    assert len(stopped) == 1
    assert stopped[0].endswith("/stop")
    assert page.locator(".pack .offers button:disabled").count() == 0
    page.locator(".work").get_by_role("button", name="Fermer").click()
    page.wait_for_selector(".work p", state="detached")
    page.reload()
    watched.settle()
    assert page.locator(".work p").count() == 0


def test_a_number_is_explained_in_words_and_sql(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}&theme=smes&lang=fr")
    page.click(".st-key-figure-partners .how")
    page.wait_for_selector("dialog.drill[open]")
    words = page.locator(".explanation dl").inner_text().replace("\u00a0", " ")
    assert "Thème : PME" in words
    assert "1 trimestre complet" in words
    page.click(".explanation summary")
    assert "'smes'" in page.locator(".explanation pre").inner_text()


def test_the_record_adds_up_and_says_so(watched: Watched) -> None:
    page = watched.open("/record?theme=governance")
    seals = page.locator("td", has_text="adds up").all_inner_texts()
    assert seals == ["✓ adds up"] * 10


def test_shift_filters_by_a_mark_and_a_chip_takes_it_away(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}")
    label = page.locator(".st-key-card-events_by_theme .ytick text", has_text="Equality")
    label.focus()
    page.keyboard.press("Shift+Enter")
    page.wait_for_url("**theme=equality**")
    watched.settle()
    assert watched.figure("events") == 2
    assert page.locator("dialog[open]").count() == 0
    page.get_by_label("Remove Equality").click()
    page.wait_for_function("!location.search.includes('equality')")
    watched.settle()
    assert watched.figure("events") == 6


def test_the_rows_of_a_mark_offer_the_filter(watched: Watched) -> None:
    page = watched.open("/")
    page.locator(".st-key-card-events_by_region .ytick text", has_text="Europe").click()
    page.wait_for_selector("dialog.drill[open]")
    page.get_by_role("button", name="Filter by this").click()
    page.wait_for_url("**region=europe**")
    watched.settle()
    assert page.locator("dialog[open]").count() == 0


def test_fast_clicks_are_all_kept(watched: Watched) -> None:
    page = watched.open("/")
    page.click("[data-filter=theme]")
    themes = ("equality", "governance", "smes", "climate", "ip")
    for theme in themes:
        page.check(f"input[value={theme}]", no_wait_after=True)
    page.get_by_role("button", name="Fiscal", exact=True).click()
    page.wait_for_function(
        "themes => new URLSearchParams(location.search).get('theme') === themes",
        arg=",".join(themes),
    )
    page.wait_for_url("**calendar=fiscal**")


def test_a_click_between_an_answer_and_its_paint_is_kept(watched: Watched) -> None:
    page = watched.open("/")
    page.click("[data-filter=theme]")
    page.evaluate(
        """() => {
            const box = (theme) => document.querySelector(`input[value=${theme}]`);
            window.seen = [];
            const look = () => {
                window.seen.push(box("governance").checked);
                requestAnimationFrame(look);
            };
            new MutationObserver((_, watch) => {
                if (!document.querySelector(".chips")) return;
                watch.disconnect();
                box("governance").click();
                look();
            }).observe(document.body, { childList: true, subtree: true });
            box("equality").click();
        }"""
    )
    page.wait_for_function(
        "new URLSearchParams(location.search).get('theme') === 'equality,governance'"
    )
    watched.settle()
    assert page.evaluate("window.seen.every((ticked) => ticked)")
    assert page.is_checked("input[value=equality]")


def test_back_closes_the_rows_and_focus_returns_to_the_name(watched: Watched) -> None:
    page = watched.open(f"/?{Q4}&theme=governance")
    page.get_by_label("Remove Governance").click()
    page.wait_for_function("!location.search.includes('theme')")
    watched.settle()
    label = page.locator(".st-key-card-events_by_region .ytick text", has_text="Europe")
    label.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog.drill[open]")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.drill", state="detached")
    assert "Europe" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog.drill[open]")
    page.go_back()
    page.wait_for_selector("dialog.drill", state="detached")
    assert "theme=governance" in page.url


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a record that holds vocabularies and nothing else."""
    home = tmp_path_factory.mktemp("bare")
    record = home / "record"
    shutil.copytree(ROOT / "data/vocabulary", record / "vocabulary")
    shutil.copy(ROOT / "data/organisation.toml", record)
    (record / "sources").mkdir()
    lines = (record / "vocabulary/coverage.csv").read_text("utf-8").splitlines()
    (record / "vocabulary/coverage.csv").write_text(f"{lines[0]}\n", "utf-8")
    assert build(home, "--record", str(record)).returncode == 0
    with served(home) as address:
        yield address


@pytest.mark.parametrize("name", FRAMED)
def test_every_page_stands_on_an_empty_record(browser: Browser, bare: str, name: str) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page(), bare)
    page = watched.open(f"/{'' if name == HOME else name}?lang=fr")
    assert "Something went wrong" not in page.inner_text("body")
    assert watched.errors == []
    context.close()


@pytest.mark.parametrize("name", FRAMED)
def test_every_page_stands_outside_the_record(watched: Watched, name: str) -> None:
    watched.open(f"/{'' if name == HOME else name}?from=1950-01-01&to=1950-02-01")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_figure_of_a_sentence_opens_as_many_rows(watched: Watched, language: str) -> None:
    page = watched.open(f"/?lang={language}")
    figures = page.locator(".card h2 .opens")
    assert figures.count() >= 8
    for n in range(figures.count()):
        said = int(figures.nth(n).inner_text())
        figures.nth(n).click()
        page.wait_for_selector("dialog.drill[open]")
        assert page.locator("dialog.drill ol > li").count() == said
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog.drill", state="detached")
        watched.settle()


def test_with_all_a_theme_s_count_is_what_choosing_it_gives(watched: Watched) -> None:
    page = watched.open("/?theme=governance,responsible_ai&match=all")
    assert watched.figure("events") == 7
    page.click("[data-filter=theme]")
    option = page.locator(".options li", has_text="Science diplomacy")
    promised = int(option.locator(".count").inner_text())
    option.locator("input").check()
    page.wait_for_url("**science_diplomacy**")
    watched.settle()
    assert watched.figure("events") == promised == 6
