from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from data import build as building
from tests.records import Record
from tests.screen import TODAY, Watched, build, launch, served


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Record:
    """A copy of the tiny record, and a home of its own for what is built from it."""
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path / "home"))
    return Record(tmp_path / "record")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The real record, built, as the home of this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("OUTREACH_TODAY", TODAY)
        building.build()
        yield


@pytest.fixture(scope="module")  # its event loop must not run beside tests with one of their own
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the real record."""
    home = tmp_path_factory.mktemp("real")
    assert build(home).returncode == 0
    with served(home) as address:
        yield address


@pytest.fixture
def window() -> tuple[int, int]:
    """Its width and height in pixels."""
    return 1440, 900


@pytest.fixture
def watched(browser: Browser, address: str, window: tuple[int, int]) -> Iterator[Watched]:
    """A page; at its end nothing went wrong on it and nothing left this machine."""
    width, height = window
    context = browser.new_context(viewport={"width": width, "height": height})
    watched = Watched(context.new_page(), address)
    yield watched
    context.close()
    assert watched.errors == []
    assert watched.abroad == []
