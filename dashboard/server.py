"""What the server sends beside Streamlit's own: a page's first bytes, the browser's scripts."""

import gzip
import hashlib
import json
import os
import re
import socket
import stat
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from streamlit import config

from dashboard import bundle, jobs
from dashboard import look as looks
from dashboard.language import languages

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
CHUNKS = INDEX.parent / "static" / "js"
PLOTLY = "vendor/plotly-basic.min.js"  # read when the first chart is drawn
WITHOUT_CHARTS = ("events", "record", "snapshots")
PACKED = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
KINDS = {**PACKED, ".woff2": "font/woff2", ".png": "image/png", ".gif": "image/gif"}
FOREVER = "public, max-age=31536000, immutable"


def routes(pages: Iterable[str]) -> list[Route]:
    """The scripts under a name that changes with their content, work under way, and each page's
    first bytes.
    """
    return [
        Route("/assets/{version}/{name:path}", asset),
        *jobs.routes(),
        *(Route(f"/{page}", page_start) for page in pages),
    ]


async def asset(request: Request) -> Response:
    """A script, a style, a font or a logo, compressed, to be kept by the browser."""
    name = request.path_params["name"]
    file = files().get(name) or frontend().get(name)
    if file is None:
        return Response(status_code=404)
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    small = file.suffix in PACKED and "gzip" in request.headers.get("accept-encoding", "")
    if small:
        headers["Content-Encoding"] = "gzip"
    body = packed(file) if small else content(file)
    return Response(body, headers=headers, media_type=KINDS[file.suffix])


def content(file: Path) -> bytes:
    """What is handed out under a file's name: of the page's script and style, all they import."""
    whole = {bundle.ENTRY: bundle.script, "page.css": bundle.style}
    return whole[file.name]().encode() if file.name in whole else file.read_bytes()


@cache
def files() -> dict[str, Path]:
    """All that may be asked for, by name: the script, the style, libraries, the logos of looks."""
    names = (bundle.ENTRY, "page.css", bundle.LIBRARY, PLOTLY)
    browser = {name: bundle.BROWSER / name for name in names}
    logos = {file.name: file for file in looks.LOOKS.glob("*.svg")}
    return {name: file for name, file in {**logos, **browser}.items() if file.suffix in KINDS}


@cache
def frontend() -> dict[str, Path]:
    """The files of Streamlit's own page, by name. Streamlit itself would send them as they are."""
    found = (file for file in (INDEX.parent / "static").rglob("*") if file.suffix in KINDS)
    return {file.relative_to(INDEX.parent).as_posix(): file for file in found}


@cache
def packed(file: Path) -> bytes:
    return gzip.compress(content(file), 6)


@cache
def version() -> str:
    """Changes when any script does."""
    digest = hashlib.sha256()
    for file in sorted(set(files().values())):
        digest.update(content(file))
    return digest.hexdigest()[:12]


async def page_start(request: Request) -> Response:
    """Streamlit's index page in the reader's language, told where the server is.

    Without being told, Streamlit looks for the server under each page's path first, and the browser
    reports each failure as an error.
    """
    asked = request.query_params.get("lang", "en")
    language = asked if asked in languages() else "en"
    root = request.scope.get("root_path", "").rstrip("/")
    html = INDEX.read_text("utf-8").replace('<html lang="en">', f'<html lang="{language}">')
    page = request.url.path.rstrip("/").rpartition("/")[2]
    html = html.replace('"./static/', f'"{frontend_address(root)}/').replace('"./', f'"{root}/')
    html = html.replace("<title>Streamlit</title>", head(root, page))
    return HTMLResponse(html, headers={"Cache-Control": "no-cache"})


def head(root: str, page: str = "") -> str:
    """The title until the page is there, its colours, its scripts ahead of need.

    Where a page draws no chart, the library is for the next one: a browser complains of what was
    to be loaded at once and is not used.
    """
    light, dark = (looks.look(mode).palette.page for mode in ("light", "dark"))
    own = f"{root}/assets/{version()}"
    drawing = "prefetch" if page in WITHOUT_CHARTS else "preload"
    scripts = [f"{own}/{name}" for name in (bundle.ENTRY, bundle.LIBRARY)]
    chunks = [f"{frontend_address(root)}/js/{name}" for name in component_chunks()]
    base = json.dumps(f"{root}/")
    return (
        "<title>…</title>"
        f"<style>body{{background:{light}}}"
        f"@media(prefers-color-scheme:dark){{body{{background:{dark}}}}}</style>"
        f"<script>window.__streamlit={{BACKEND_BASE_URL:location.origin+{base}}}</script>"
        + "".join(f'<link rel="modulepreload" href="{url}">' for url in chunks)
        + "".join(f'<link rel="modulepreload" fetchpriority="low" href="{url}">' for url in scripts)
        + f'<link rel="preload" as="style" href="{own}/page.css">'
        + f'<link rel="{drawing}" as="script" fetchpriority="low" href="{own}/{PLOTLY}">'
    )


def frontend_address(root: str) -> str:
    """Where the files of Streamlit's own page are asked for. They name each other by what is beside
    them, so all come from here.
    """
    return f"{root}/assets/{streamlit.__version__}/static"


@cache
def component_chunks() -> list[str]:
    """The files that Streamlit reads only once a component comes up, as ours soon do."""
    found = [file.name for file in CHUNKS.glob("BidiComponent.*.js")]
    for name in found:  # which grows while it is gone through
        needed = re.findall(
            r'(?:from|import)"\./([\w.-]+\.js)"', (CHUNKS / name).read_text("utf-8")
        )
        found += [other for other in dict.fromkeys(needed) if other not in found]
    return found


def send_at_once() -> None:
    """Let each answer go out as it is written, on all connections that come to this server.

    asyncio sees to that, except where it is handed a socket that was opened by `socket.socket()` as
    Streamlit does: what is written next then waits for the reader to say that the last came, up to
    40 ms a time (https://github.com/Kludex/uvicorn/issues/3149).
    """
    opened = Path("/dev/fd")
    for number in [int(file.name) for file in opened.iterdir()] if opened.is_dir() else ():
        with suppress(OSError):  # the list itself, closed by now, or no socket of the network
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue  # untouched: to close a copy of a file would give up the locks on it
            with socket.socket(fileno=os.dup(number)) as one:
                if one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def dress() -> None:
    """Give Streamlit's own elements the look's colours."""
    for mode in ("light", "dark"):
        palette = looks.look(mode).palette
        config.set_option(f"theme.{mode}.backgroundColor", palette.page)
        config.set_option(f"theme.{mode}.textColor", palette.ink)
        config.set_option(f"theme.{mode}.primaryColor", palette.accent)
        config.set_option(f"theme.{mode}.secondaryBackgroundColor", palette.wash)
