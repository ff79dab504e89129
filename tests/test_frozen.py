"""A frozen board opens unchanged whatever is built later, and what changed since adds up."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dashboard import look as looks
from dashboard.exports import frozen
from dashboard.reading import reading
from dashboard.story import __main__ as command
from dashboard.story import freezing
from dashboard.story.plan import load
from data import build, snapshots
from data.snapshots import SnapshotError
from queries import asking, engines
from queries.selection import Selection
from tests.screen import ROOT, TODAY, Watched, served

YEAR = {"from": "2024-01-01", "to": "2024-12-31"}
LINK = "from=2024-01-01&to=2024-12-31"


@dataclass
class Home:
    """A home with the real record frozen under `meeting`, then built again without two events."""

    folder: Path
    record: Path
    before: dict[str, bytes]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder = tmp_path_factory.mktemp("frozen")
    record = folder / "record"
    for name in ("vocabulary", "sources"):
        shutil.copytree(ROOT / "data" / name, record / name)
    shutil.copy(ROOT / "data/organisation.toml", record)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(folder))
        patch.setenv("OUTREACH_TODAY", TODAY)
        build.build(record)
        options = [word for name, value in YEAR.items() for word in (f"--{name}", value)]
        assert command.main(["freeze", "meeting", *options]) == 0
        before = snapshots.read("meeting").figures()
        change(record)
        yield Home(folder, record, before)


def change(record: Path) -> None:
    """Withdraw one event, move another by a day."""
    file = record / "sources/ceimia_recap_2024_q4/events.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("queertech")]
    moved = "".join(kept).replace("2024-10-14,2024-10-14", "2024-10-15,2024-10-15")
    file.write_text(moved, "utf-8")
    build.build(record)


def test_the_files_are_the_same_after_later_builds(home: Home) -> None:
    assert snapshots.read("meeting").figures() == home.before
    assert {
        freezing.file_of(code, mode) for code in ("en", "fr") for mode in freezing.MODES
    } <= set(home.before)


def test_the_same_board_freezes_to_the_same_bytes(home: Home) -> None:
    snapshot = snapshots.read("meeting")
    engine = engines.connect(asking.url_of(snapshot.warehouse))
    chosen = Selection(date(2024, 1, 1), date(2024, 12, 31), audience="public")
    told = reading(engine, chosen, looks.look())
    packs = frozen.packs(load(), told, snapshot.day)
    assert {**freezing.boards(load(), told), **packs} == home.before
    assert {name for name in home.before if name.startswith("pack-")} == set(packs)
    assert len(packs) == 6
    engine.close()


def test_a_frozen_pack_can_be_taken_from_the_shelf(browser: Browser, home: Home) -> None:
    with served(home.folder) as address:
        watched = Watched(browser.new_page(), address)
        page = watched.open(f"/snapshots?lang=fr&{LINK}")
        row = page.locator(".shelf li", has_text="meeting")
        for ending in ("PPTX", "PDF", "XLSX"):
            with page.expect_download() as download:
                row.get_by_role("link", name=ending).click()
            file = download.value
            assert file.suggested_filename == f"meeting-pack-fr.{ending.lower()}"
            kept = home.before[f"pack-fr.{ending.lower()}"]
            assert Path(file.path()).read_bytes() == kept
        for name in ("snapshot.json", "board-en-light.json", "..%2Fsnapshot.json", "pack-tlh.pdf"):
            assert page.request.get(f"{address}/frozen/meeting/{name}").status in (400, 404)
        assert page.request.get(f"{address}/frozen/nothing/pack-fr.pdf").status == 404
        page.close()
        assert watched.errors == []


def test_a_snapshot_from_before_there_were_packs_offers_none(home: Home) -> None:
    assert frozen.kept(snapshots.freeze("older", date(2026, 11, 23)), "fr") == {}
    assert frozen.kept(snapshots.read("meeting"), "tlh") == {
        ending: f"pack-en.{ending}" for ending in ("pptx", "pdf", "xlsx")
    }


def test_a_name_is_taken_once(home: Home) -> None:
    assert command.main(["freeze", "meeting"]) == 1
    assert command.main(["freeze", "../elsewhere"]) == 1
    with pytest.raises(SnapshotError, match="keeps no board"):
        freezing.thawed(snapshots.freeze("bare", date(2026, 11, 23)), "en", "light")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_frozen_board_opens_as_it_was(browser: Browser, home: Home, language: str) -> None:
    with served(home.folder) as address:
        watched = Watched(browser.new_page(), address)
        page = watched.page
        page.goto(f"{address}/board?lang={language}&snapshot=meeting")
        page.wait_for_selector(".board h1")
        title = page.inner_text(".board .screen:visible h1")
        assert "11" in title
        assert "23" in title
        assert "meeting" in page.inner_text(".board .screen:visible")
        page.locator(".board [data-mark='measure=events']:visible").first.click()
        page.wait_for_selector("dialog.drill[open]")
        assert page.locator("dialog.drill .events > ol > li").count() == 11
        assert "from=" not in page.url
        page.close()
        assert watched.errors == []


def test_what_changed_since_is_told(browser: Browser, home: Home) -> None:
    with served(home.folder) as address:
        watched = Watched(browser.new_page(), address)
        page = watched.open(f"/snapshots?{LINK}&since=meeting")
        told = page.inner_text(".sheet")
        assert "withdrawn" in told
        assert "QueerTech" in told
        assert "14 October 2024" in told
        for mark, n in (("measure=events;of=snapshot", 11), ("measure=events", 10)):
            button = page.locator(f'[data-mark="{mark}"]')
            assert button.inner_text() == str(n)
            button.click()
            page.wait_for_selector(f'dialog.drill[open][data-mark="{mark}"]')
            assert page.locator("dialog.drill .events > ol > li").count() == n
            page.keyboard.press("Escape")
            page.wait_for_selector("dialog.drill", state="detached")
        page.close()
        assert watched.errors == []


def test_a_snapshot_is_made_on_the_page(browser: Browser, home: Home) -> None:
    with served(home.folder) as address:
        watched = Watched(browser.new_page(), address)
        page = watched.open(f"/snapshots?{LINK}")
        page.fill(".shelf input", "Not A Name")
        page.click(".shelf form button")
        page.wait_for_selector(".work >> text=is no name for a snapshot")
        page.fill(".shelf input", "made-here")
        page.click(".shelf form button")
        page.wait_for_selector(".work >> text=Frozen as made-here")
        page.get_by_role("link", name="Board", exact=True).nth(1).wait_for()
        page.close()
        assert snapshots.read("made-here").link["from"] == YEAR["from"]
        assert watched.errors == []


FITS = """box => {
    const style = getComputedStyle(box), pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const inside = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return pen.measureText(box.placeholder).width <= inside;
}"""


def test_the_shelf_says_what_to_write_and_what_it_holds(browser: Browser, home: Home) -> None:
    """In full, in each language; and the way to what changed since is for the same selection."""
    with served(home.folder) as address:
        watched = Watched(browser.new_page(), address)
        for language in ("en", "fr"):
            for width in (1280, 390):
                watched.page.set_viewport_size({"width": width, "height": 800})
                page = watched.open(f"/snapshots?lang={language}&theme=smes")
                assert page.locator(".shelf input").evaluate(FITS), (language, width)
        row = page.locator(".shelf li", has_text="meeting")
        assert "2024" in row.inner_text()
        assert "Vue publique" in row.inner_text()
        row.get_by_role("link", name="Ce qui a changé depuis").click()
        page.wait_for_selector('[data-mark="measure=events;of=snapshot"]')
        assert page.inner_text('[data-mark="measure=events;of=snapshot"]') == "11"
        told = page.inner_text(".sheet")
        assert "Comparé pour\u00a0: 2024 · Vue publique." in told
        assert "L’instantané porte sur" not in told
        assert "14 octobre 2024" in told
        page.close()
        assert watched.errors == []


def test_a_snapshot_that_is_not_there_is_said(browser: Browser, home: Home) -> None:
    with served(home.folder) as address:
        page = browser.new_page()
        page.goto(f"{address}/board?snapshot=nothing&notes=1")
        page.wait_for_selector("text=There is no snapshot “nothing”")
        page.goto(f"{address}/board?snapshot=nothing&notes=1&lang=fr")
        page.wait_for_selector("text=Il n’y a pas d’instantané «\u00a0nothing\u00a0»")
        page.goto(f"{address}/snapshots?since=nothing&lang=fr")
        page.wait_for_selector("text=Il n’y a pas d’instantané «\u00a0nothing\u00a0»")
        page.close()
