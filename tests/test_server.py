"""What the server hands out beside the pages, and nothing else."""

import asyncio
import gzip
from pathlib import Path

import pytest
from starlette.requests import Request

from dashboard import look as looks
from dashboard import server


def asked(name: str, encoding: str = "gzip") -> tuple[int, dict[str, str], bytes]:
    scope = {
        "type": "http",
        "method": "GET",
        "headers": [(b"accept-encoding", encoding.encode())],
        "path_params": {"version": server.version(), "name": name},
    }
    answer = asyncio.run(server.asset(Request(scope)))
    return answer.status_code, dict(answer.headers), bytes(answer.body)


def test_scripts_are_compressed_and_kept_by_the_browser() -> None:
    status, headers, body = asked("page.js")
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert gzip.decompress(body) == (server.BROWSER / "page.js").read_bytes()
    assert asked("page.js", "identity")[2] == (server.BROWSER / "page.js").read_bytes()


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
