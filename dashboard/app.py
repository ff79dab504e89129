"""The frame around every page: window, contents, language, filters, page."""

import gc
import logging
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import copy
from functools import cache
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.routing import Route

from dashboard import kept, rehearsal, server, session
from dashboard.widgets import failure, frame, loading
from data import warehouse

LOG = logging.getLogger(__name__)
PAGES = Path(__file__).parent / "pages"

# The contents, in the order of the menu: a new page is a file in pages/ and its line here.
CONTENTS = {
    "overview": "Overview",
    "themes": "Themes",
    "regions": "Regions",
    "partners": "Partners",
    "compare": "Compare",
    "events": "Events",
    "board": "Board",
    "snapshots": "Snapshots",
    "record": "Record",
}
HOME = "overview"
BARE = ("board",)  # pages that fill the window, without the frame


def main() -> None:
    """One run of the app: the page that the address names, for what the address selects."""
    with rehearsal.READERS.one():
        run()


def run() -> None:
    """The same, while what is asked beforehand waits."""
    st.set_page_config(page_title="…", layout="wide", initial_sidebar_state="collapsed")
    pages = {name: copy(page(name)) for name in CONTENTS}
    current = st.navigation(list(pages.values()), position="hidden")
    name = current.url_path or HOME
    try:
        session.engine()
        session.follow_link(name)
        if not kept.ready(session.engine_url(), session.audience()):
            loading.show(session.look())
            kept.load(session.engine_url(), session.audience())
            st.rerun()
        wanted = st.session_state.pop("page", None)
        if wanted in pages and pages[wanted].url_path != current.url_path:
            st.switch_page(pages[wanted], query_params=session.page_link())
        frame.show(CONTENTS, name, bare=name in BARE)
        current.run()
        settle()
    except Exception as problem:
        LOG.exception("page not shown")
        failure.show(problem)


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Leave what is loaded by now out of what is searched for rubbish from time to time."""
    gc.collect()
    gc.freeze()


@cache
def page(name: str) -> st.Page:
    """A page, made once. A run needs a copy, since Streamlit notes in it that it may be run."""
    home = name == HOME
    return st.Page(
        PAGES / f"{name}.py",
        title=CONTENTS[name],
        url_path=None if home else name,
        default=home,
    )


def routes() -> list[Route]:
    """What the server answers beside Streamlit: see server.py."""
    server.dress()
    return server.routes(["" if name == HOME else name for name in CONTENTS])


@asynccontextmanager
async def serving(app: st.App) -> AsyncIterator[None]:
    """What the server does at its start and at its end, at which all that was temporary goes."""
    folder = warehouse.aside()
    tempfile.tempdir = folder.name if folder else None
    server.send_at_once()
    kept.share()
    Thread(target=rehearsal.rehearse, name="rehearsal", daemon=True).start()
    yield
    warehouse.forget_aside()
