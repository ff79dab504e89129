"""The frame around every page: window, contents, language, filters, page."""

import logging
from pathlib import Path

import streamlit as st
from starlette.routing import Route

from dashboard import server, session
from dashboard.widgets import failure, frame

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
    "record": "Record",
}
HOME = "overview"


def main() -> None:
    """One run of the app: the page that the address names, for what the address selects."""
    st.set_page_config(page_title="…", layout="wide", initial_sidebar_state="collapsed")
    pages = {name: page(name) for name in CONTENTS}
    current = st.navigation(list(pages.values()), position="hidden")
    try:
        session.engine()
        session.follow_link()
        wanted = st.session_state.pop("page", None)
        if wanted in pages and pages[wanted].url_path != current.url_path:
            st.switch_page(pages[wanted], query_params=session.page_link())
        frame.show(CONTENTS, current.url_path or HOME)
        current.run()
        session.settle()
    except Exception as problem:
        LOG.exception("page not shown")
        failure.show(problem)


def page(name: str) -> st.Page:
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
