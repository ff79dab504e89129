"""A record that would like to break the page: it is shown as it is, and nothing of it runs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.records import Record, line
from tests.screen import ROOT, Watched, build, served
from tests.test_walk import OPEN, ROWS, numbers

TITLES = {
    "markup": '<img src=x onerror="window.ran=1"><script>window.ran=1</script>',
    "quotes": "He said “yes”, 'no' and \"maybe\" & <b>left</b>",
    "emoji": "🎪 Fête 👩🏽‍💻 of SMEs",
    "arabic": "مؤتمر الذكاء الاصطناعي \u202e txt.exe",
    "formula": '=HYPERLINK("http://x.example","click")',
    "marked": "A title with ⟦measure=events|7⟧ brackets",
}
PARTNERS = 1000
ALL = "from=2019-01-01&to=2027-12-31"


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny record with strange titles, and an event with a thousand partners."""
    home = tmp_path_factory.mktemp("strange")
    record = Record(home / "record")
    names = [f"p{n:04}" for n in range(PARTNERS)]
    file = record.folder / "vocabulary/partners.csv"
    header = file.read_text("utf-8").splitlines()[0].split(",")
    rows = [
        {"partner_id": n, "name_en": f"<i>{n}</i>", "name_fr": n, "kind": "other"} for n in names
    ]
    kind = (record.folder / "vocabulary/partner_kinds.csv").read_text("utf-8").splitlines()[1]
    with file.open("a", encoding="utf-8") as more:
        for row in rows:
            row["kind"] = kind.partition(",")[0]
            more.write(",".join(row.get(name, "") for name in header) + "\n")
    record.add_lines(
        line(event_id="crowd", partners=";".join(names)),
        *(line(event_id=name, title_en=title, title_fr=title) for name, title in TITLES.items()),
    )
    assert build(home, "--record", str(record.folder)).returncode == 0
    with served(home) as address:
        yield address


@pytest.fixture
def page(browser: Browser, strange: str) -> Iterator[Page]:
    watched = Watched(browser.new_page(), strange)
    yield watched.open(f"/?{ALL}")
    assert watched.page.evaluate("window.ran") is None
    watched.page.close()
    assert watched.errors == []
    assert watched.abroad == []


def opened(page: Page, mark: str) -> None:
    page.evaluate(OPEN, mark)
    page.wait_for_selector(f'dialog.drill[open][data-mark="{mark}"]')


@pytest.mark.parametrize("name", TITLES)
def test_a_title_is_shown_as_it_is(page: Page, name: str) -> None:
    opened(page, "measure=events")
    titles = page.locator("dialog.drill .events > ol > li .title").all_text_contents()
    assert TITLES[name] in titles


def test_a_thousand_partners_are_counted_and_listed(page: Page) -> None:
    said = numbers(page)["measure=partners"]
    assert said > PARTNERS
    opened(page, "measure=partners")
    assert page.locator(ROWS).count() == said
    assert page.locator("dialog.drill tbody i").count() == 0


def test_nothing_selected_opens_nothing(browser: Browser, address: str) -> None:
    watched = Watched(browser.new_page(), address)
    page = watched.open("/?from=2024-10-01&to=2024-12-31&theme=climate")
    others = ("during=", "rows=quarters", "measure=unconfirmed")
    assert not [mark for mark in numbers(page) if not any(part in mark for part in others)]
    page.close()
    assert watched.errors == []


def test_a_mark_clicked_while_the_warehouse_changes(browser: Browser, tmp_path: Path) -> None:
    """The page and the rows come from the new warehouse together; nothing is lost."""
    folder = tmp_path / "record"
    for name in ("vocabulary", "sources"):
        shutil.copytree(ROOT / "data" / name, folder / name)
    shutil.copy(ROOT / "data/organisation.toml", folder)
    assert build(tmp_path, "--record", str(folder)).returncode == 0
    with served(tmp_path) as address:
        watched = Watched(browser.new_page(), address)
        page = watched.open("/?from=2024-10-01&to=2024-12-31")
        before = watched.figure("events")
        shutil.rmtree(folder / "sources/ceimia_recap_2024_q4")
        build(tmp_path, "--record", str(folder))
        opened(page, "theme=equality")
        watched.settle()
        assert before == 6
        assert watched.figure("events") < before
        for mark in ("theme=equality", "measure=events"):
            opened(page, mark)
            assert page.locator(ROWS).count() == numbers(page).get(mark, 0)
        page.close()
        assert watched.errors == []
