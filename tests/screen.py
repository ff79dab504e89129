"""The app in a real Chromium: a server on the real record, and a page that watches for trouble."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-23"
QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
NUMBERS = ".bartext, .barlayer:not(:empty) ~ .scatterlayer text"  # of bars, within and beside them


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(home: Path, **settings: str) -> Iterator[str]:
    """The app on a free port, reading the warehouses of `home`; gives its address."""
    port = free_port()
    environment = {**os.environ, "OUTREACH_HOME": str(home), "OUTREACH_TODAY": TODAY, **settings}
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
    log = (home / "server.log").open("w")
    process = subprocess.Popen(
        [*command, "--server.port", str(port)], cwd=ROOT, env=environment, stdout=log, stderr=log
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/_stcore/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(url)


def build(home: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Build a warehouse into `home`."""
    return subprocess.run(
        [sys.executable, "-m", "data.build", *more],
        cwd=ROOT,
        env={**os.environ, "OUTREACH_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium. Fails where there is none: a test that was not run has not passed."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)


class Watched:
    """A page, and all that went wrong on it or left this machine."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.errors: list[str] = []
        self.abroad: list[str] = []
        page.set_default_timeout(20_000)
        page.on("console", lambda message: self.heard(message.type, message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.asked(request.url))

    def heard(self, kind: str, text: str) -> None:
        if kind == "error":
            self.errors.append(text)

    def asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self.abroad.append(url)

    def open(self, path: str) -> Page:
        """Open a page and wait until it stands."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector(".sheet h1")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Until nothing is under way and every chart is drawn."""
        self.page.wait_for_function(
            """() => !('busy' in document.documentElement.dataset)
                && [...document.querySelectorAll('.plot .canvas')]
                    .every(box => box.querySelector('.main-svg') && box.dataset.drawn === '1')"""
        )

    def figure(self, measure: str) -> int:
        """The number in the container of a headline figure."""
        text = self.page.inner_text(f".st-key-figure-{measure} strong")
        return int(text.replace("\u00a0", "").replace(",", ""))
