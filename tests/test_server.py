"""What the server hands out beside the pages, and nothing else."""

import asyncio
import gzip
import os
import re
import socket
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import plotly
import pytest
import streamlit as st
from starlette.requests import Request

from dashboard import app, bundle, rehearsal, server
from dashboard import look as looks
from dashboard.app import CONTENTS
from data import warehouse
from tests.screen import ROOT, build, served


def asked(name: str, encoding: str = "gzip") -> tuple[int, dict[str, str], bytes]:
    scope = {
        "type": "http",
        "method": "GET",
        "headers": [(b"accept-encoding", encoding.encode())],
        "path_params": {"version": server.version(), "name": name},
    }
    answer = asyncio.run(server.asset(Request(scope)))
    return answer.status_code, dict(answer.headers), bytes(answer.body)


def first_bytes(page: str) -> str:
    """The page as a server under `/under` starts it."""
    scope = {"type": "http", "headers": [], "query_string": b"", "path": f"/under/{page}"}
    scope |= {"root_path": "/under", "scheme": "http", "server": ("localhost", 80)}
    return bytes(asyncio.run(server.page_start(Request(scope))).body).decode()


def test_scripts_are_compressed_and_kept_by_the_browser() -> None:
    status, headers, body = asked("page.js")
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert gzip.decompress(body).decode() == bundle.script()
    assert asked("page.js", "identity")[2].decode() == bundle.script()


def test_all_that_a_page_reads_is_named_at_its_start() -> None:
    """So that the browser fetches it at once, rather than file after file."""
    head = server.head("")
    for name in ("page.js", "page.css", bundle.LIBRARY, server.PLOTLY):
        assert f"{server.version()}/{name}" in head
    chunks = server.component_chunks()
    assert any(name.startswith("BidiComponent") for name in chunks)
    assert all((server.CHUNKS / name).is_file() for name in chunks)


def test_the_page_reads_streamlit_s_files_compressed_and_kept() -> None:
    named = re.findall(r'(?:src|href)="([^"]*/static/[^"]+)"', first_bytes(""))
    assert len(named) > 20
    for address in named:
        assert address.startswith("/under/assets/"), address
        name = address.removeprefix("/under/assets/").partition("/")[2]
        status, headers, body = asked(name)
        assert status == 200, address
        assert "immutable" in headers["cache-control"], address
        plain = (server.INDEX.parent / name).read_bytes()
        packed = headers.get("content-encoding") == "gzip"
        assert packed == name.endswith((".js", ".css"))
        assert (gzip.decompress(body) if packed else body) == plain
        assert asked(name, "identity")[2] == plain


@pytest.mark.parametrize("page", CONTENTS)
def test_the_library_of_charts_is_wanted_at_once_only_where_one_is_drawn(page: str) -> None:
    draws = page not in ("events", "record", "snapshots")
    (link,) = re.findall(rf'<link rel="(\w+)"[^>]*{server.PLOTLY}', first_bytes(page))
    assert link == ("preload" if draws else "prefetch")


def test_the_browser_s_plotly_is_the_one_that_checks_figures() -> None:
    """tests/test_charts.py holds figures against Plotly for Python, which names its own version."""
    script = (bundle.BROWSER / server.PLOTLY).read_text("utf-8")
    whole = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    versions = [
        re.search(r"plotly\.js.*? v(\S+)", text[:200])
        for text in (script, whole.read_text("utf-8"))
    ]
    ours, theirs = (found and found[1] for found in versions)
    assert ours == theirs != None  # noqa: E711


@pytest.mark.parametrize("name", ["../server.py", "vendor/README.md", "/etc/passwd", "", "looks"])
def test_nothing_else_is_handed_out(name: str) -> None:
    assert asked(name)[0] == 404


def test_a_look_s_logo_is_handed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = (looks.LOOKS / "ceimia.toml").read_text("utf-8")
    (tmp_path / "own.toml").write_text(plain.replace('logo = ""', 'logo = "own.svg"'), "utf-8")
    (tmp_path / "own.svg").write_text("<svg/>", "utf-8")
    monkeypatch.setattr(looks, "LOOKS", tmp_path)
    monkeypatch.setenv("OUTREACH_LOOK", "own")
    server.files.cache_clear()
    assert looks.logo() == "own.svg"
    assert asked("own.svg", "identity")[2] == b"<svg/>"
    server.files.cache_clear()
    looks.load.cache_clear()


def test_a_server_that_is_ended_leaves_nothing_aside(tmp_path: Path) -> None:
    assert build(tmp_path).returncode == 0
    aside = tmp_path / "temporary"
    aside.mkdir()
    with served(tmp_path, TMPDIR=str(aside)):
        end = time.monotonic() + 60
        while not list(aside.glob("outreach-*")):  # made with the first engine
            assert time.monotonic() < end
            time.sleep(0.05)
    assert list(aside.iterdir()) == []


@pytest.fixture
def lives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """To do something while a server lives whose temporary files are under `tmp_path`."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(warehouse, "aside", cache(warehouse.aside.__wrapped__))
    monkeypatch.setattr(rehearsal, "rehearse", lambda: None)

    def live(meanwhile: Callable[[], None]) -> None:
        async def life() -> None:
            async with app.serving(st.App(ROOT / "streamlit_app.py")):
                meanwhile()

        asyncio.run(life())

    return live


def test_what_is_half_written_goes_with_the_server(
    lives: Callable[[Callable[[], None]], None], tmp_path: Path
) -> None:
    def write() -> None:
        handle, name = tempfile.mkstemp()
        os.close(handle)
        assert Path(name).parent.parent == tmp_path

    lives(write)
    assert list(tmp_path.iterdir()) == []


def test_an_answer_does_not_wait_for_the_reader_to_say_that_the_last_came(
    lives: Callable[[Callable[[], None]], None],
) -> None:
    def connect() -> None:
        with socket.create_connection(ours.getsockname()), ours.accept()[0] as connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

    with socket.socket() as ours:  # as Streamlit opens it, which asyncio leaves as it is
        ours.bind(("127.0.0.1", 0))
        ours.listen()
        lives(connect)


def test_to_send_at_once_leaves_nothing_open(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w"):  # which is no socket
        before = len(os.listdir("/dev/fd"))
        server.send_at_once()
        assert len(os.listdir("/dev/fd")) == before
