"""What is hidden reaches no browser of the public: not the page, nor a message, nor a file."""

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Browser

from dashboard import jobs, session
from dashboard.app import BARE, CONTENTS, HOME
from dashboard.look import look
from dashboard.widgets import exporting
from queries import asking
from tests import test_discretion as given
from tests.screen import TODAY, Watched, served

FRAMED = [name for name in CONTENTS if name not in BARE]
ALL = "from=2019-01-01&to=2027-12-31"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny record with internal rows and, of one event, an embargo."""
    folder = tmp_path_factory.mktemp("discretion")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(folder))
        embargoed = {"event_id": "embargoed", "embargoed_until": "2026-12-03"}
        more = given.line(**given.EVENT | embargoed)
        record = given.extended(folder / "record", [*given.hidden(given.AMONG["internal"]), more])
        given.name_more(record)
        record.build()
    return folder


class Heard:
    """A page, and every message that the server sent it."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.page = browser.new_context().new_page()
        self.received: list[bytes] = []
        self.page.on("websocket", self.listen)
        self.watched = Watched(self.page, address)

    def listen(self, socket: Any) -> None:
        socket.on("framereceived", lambda sent: self.received.append(as_bytes(sent)))

    def messages(self) -> str:
        return b" ".join(self.received).decode("utf-8", "replace").casefold()

    def text(self) -> str:
        return f"{self.page.content().casefold()} {self.messages()}"


def as_bytes(sent: str | bytes) -> bytes:
    return sent.encode() if isinstance(sent, str) else sent


@pytest.fixture(scope="module")
def inside(home: Path) -> Iterator[str]:
    with served(home) as address:
        yield address


@pytest.fixture(scope="module")
def outside(home: Path) -> Iterator[str]:
    with served(home, OUTREACH_AUDIENCE="public") as address:
        yield address


@pytest.mark.parametrize("name", FRAMED)
def test_no_page_of_the_public_holds_it(browser: Browser, inside: str, name: str) -> None:
    heard = Heard(browser, inside)
    for link in (ALL, f"unconfirmed=1&lang=fr&{ALL}"):
        page = heard.watched.open(f"/{'' if name == HOME else name}?audience=public&{link}")
        given.clean(heard.text())
        shown = page.inner_text(".sheet")
        assert "not shown: internal" in shown or "non montrés\u00a0: internes" in shown
    assert heard.watched.errors == []
    page.context.close()


def test_the_public_view_is_a_chip_that_can_be_taken_away(browser: Browser, inside: str) -> None:
    heard = Heard(browser, inside)
    page = heard.watched.open(f"/?audience=public&{ALL}")
    public = heard.watched.figure("events")
    assert "6 events not shown: internal or under embargo" in page.inner_text(".comparison")
    page.get_by_label("Remove Public view").click()
    page.wait_for_function("!location.search.includes('audience')")
    heard.watched.settle()
    assert heard.watched.figure("events") == public + 6
    assert "including 6 internal or under embargo" in page.inner_text(".comparison")
    page.context.close()


def test_a_reset_keeps_the_public_view(browser: Browser, inside: str) -> None:
    heard = Heard(browser, inside)
    page = heard.watched.open("/?audience=public&theme=smes")
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("!location.search.includes('smes')")
    assert "audience=public" in page.url
    page.context.close()


def test_a_server_for_the_public_cannot_be_opened_by_a_link(browser: Browser, outside: str) -> None:
    heard = Heard(browser, outside)
    page = heard.watched.open(f"/?audience=internal&{ALL}")
    assert "“internal” is not a known value of “audience”" in page.inner_text(".notices")
    assert "Public view" in page.locator(".chips .chip").all_inner_texts()
    assert page.get_by_label("Remove Public view").count() == 0
    assert "6 events not shown" in page.inner_text(".comparison")
    given.clean(heard.text())
    page.context.close()


def test_an_insider_s_list_says_what_is_hidden(browser: Browser, inside: str) -> None:
    heard = Heard(browser, inside)
    page = heard.watched.open(f"/events?{ALL}")
    labels = page.locator(".events em").all_inner_texts()
    assert labels.count("internal") >= 5
    assert labels.count("embargoed until 3 December 2026") == 1
    assert all(token in heard.messages() for token in ("zyxel", "quokka", "xerxes"))
    page.context.close()


def test_the_explanation_tells_the_number(browser: Browser, inside: str) -> None:
    heard = Heard(browser, inside)
    page = heard.watched.open(f"/?audience=public&{ALL}")
    page.locator(".st-key-figure-events .how").click()
    page.wait_for_selector("dialog.drill[open]")
    assert "6 events not shown" in page.inner_text("dialog.drill")
    page.click(".explanation summary")
    assert f"'{TODAY}'" in page.inner_text(".explanation pre")
    given.clean(page.content().casefold())
    page.context.close()


# Files, as the screen writes them


@pytest.fixture
def reader(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader with the public's link, without a browser."""
    monkeypatch.setenv("OUTREACH_HOME", str(home))
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    link = dict(pair.split("=") for pair in f"audience=public&{ALL}".split("&"))
    monkeypatch.setattr(session, "link", lambda: link)
    monkeypatch.setattr(session, "look", look)
    monkeypatch.setattr(session, "address", lambda: "http://127.0.0.1/?audience=public")


def content(question: str, ending: str) -> bytes:
    """A file as the reader's browser is given it."""
    wanted = {"question": question, "title": "Title", "ending": ending}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "taken", lambda what: wanted if what == "file" else None)
        begun = exporting.begun()
    assert begun is not None
    job = jobs.JOBS.pop(begun["token"])
    while job.state == "making":
        time.sleep(0.01)
    assert job.state == "made", job.said
    assert not isinstance(job.content, bytes)
    with job.content as file:
        return file.read()


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("question", given.NAMES)
def test_no_file_of_the_public_holds_it(question: str) -> None:
    text = content(question, "csv").decode("utf-8-sig")
    book = pd.read_excel(io.BytesIO(content(question, "xlsx")), sheet_name=None, header=None)
    table = pq.read_table(io.BytesIO(content(question, "parquet")))
    told = [
        text,
        *(sheet.to_csv() for sheet in book.values()),
        f"{table.to_pandas().to_csv()} {table.schema.metadata[b'about'].decode()}",
    ]
    for one in told:
        given.clean(one)
    assert all("6 events not shown" in one for one in (told[0], told[2], told[-1]))
    assert "Public view" in text


@pytest.mark.usefixtures("reader")
def test_the_reader_without_a_browser_is_the_public() -> None:
    assert session.audience() == "public"
    assert os.environ["OUTREACH_TODAY"] == TODAY
    shown = session.ask("events")
    every = session.selected().values() | {"shown_on": given.EVER}
    assert len(shown) < len(asking.ask(session.engine(), "events", every))
