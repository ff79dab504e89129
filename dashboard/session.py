"""What this reader chose, and the answers they were given. The only module with state."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode, urlsplit

import pandas as pd
import streamlit as st

from dashboard import kept, place
from dashboard import look as looks
from dashboard.language import Language, languages
from dashboard.look import Look
from dashboard.reading import Reading
from queries import asking, selection
from queries.audience import shown_on
from queries.engines import Engine
from queries.selection import Problem, Selection
from queries.today import today

View = tuple[str, date, Selection, str, str]
VERSUS = "vs_"  # before the parameters of the selection that is compared with


def engine() -> Engine:
    """The engine in force, shared by all readers. Raises WarehouseError, UnknownEngine.

    Called at the start of a run, so that all the run asks is answered by the same warehouse.
    """
    st.session_state["url"] = asking.engine_url()
    return kept.opened(engine_url())


def engine_url() -> str:
    """The engine of this run."""
    return str(st.session_state.get("url") or asking.engine_url())


def ask(name: str, chosen: Selection | None = None, **marks: str) -> pd.DataFrame:
    """The answer to question `name` for a selection, by default the reader's. Not to be changed.

    marks: mark_theme, mark_quarter, ...: the ids of the mark whose rows are asked for.
    """
    return reading().ask(name, chosen, **marks)


def reading() -> Reading:
    """The reader's selection, put to the record in force."""
    return Reading(kept.answers(engine_url()), selected(), look())


def record() -> Any:
    """The one row of the question `record`."""
    return reading().record()


def audience() -> str:
    """Who this reader is: 'internal' or 'public'."""
    return selection.audience(link())


def whole() -> tuple[date, date]:
    """First and last day of the record; today for an empty one."""
    return kept.spanned(engine_url(), shown_on(audience()))


def follow_link(page: str) -> None:
    """Take over what the address bar says, unless that was last written there or the reader just
    chose something: the browser may not know yet what was written before. page: the one that the
    address names; rows that were opened over another are closed.
    """
    if st.session_state.get("page_shown", page) != page:
        open_mark("")
    st.session_state["page_shown"] = page
    acted = st.session_state.pop("acted", False)
    link = {name: ",".join(st.query_params.get_all(name)) for name in st.query_params}
    written = st.session_state.get("written")
    if written is None or not (acted or link == written):
        if place.without(link) != place.without(written or {}):
            open_mark("")
        st.session_state["link"] = link
    write_link({**page_link(), **place.of(st.session_state["link"])})


def choose(link: Mapping[str, str]) -> None:
    """Take over what the reader chose on the page, and write it to the address bar."""
    st.session_state["link"] = dict(link)
    write_link({**page_link(), **place.of(link)})


def write_link(link: dict[str, str]) -> None:
    st.session_state["written"] = link
    if dict(st.query_params) != link:
        st.query_params.from_dict(link)


def page_link() -> dict[str, str]:
    """The parameters that open this view again: language and selection."""
    code = language().code
    if place.of(link()).get("snapshot"):
        return {"lang": code}  # what a snapshot selects, it holds itself
    return {"lang": code, **selected().link(), **compared()}


def compared() -> dict[str, str]:
    """What the link says of the selection compared with: see versus.py."""
    given = link()
    names = (VERSUS + name for name in selection.COMPARED)
    return {name: given[name] for name in names if given.get(name)}


def language() -> Language:
    """The reader's language; English if the link names none that there is."""
    code = link().get("lang", "en")
    return Language(code if code in languages() else "en")


def link() -> dict[str, str]:
    chosen: dict[str, str] = st.session_state.get("link", {})
    return chosen


def selected() -> Selection:
    """What the reader selected."""
    return read()[0]


def problems() -> list[Problem]:
    """What the link says that could not be used."""
    foreign = link().get("lang", "en")
    unknown = [] if foreign in languages() else [Problem("lang", foreign, tuple(languages()))]
    taken = (
        "lang",
        *place.PARAMETERS,
        *selection.PARAMETERS,
        *(VERSUS + name for name in selection.COMPARED),
    )
    odd = [name for name in link() if name not in taken]
    return [*unknown, *read()[1], *(Problem(name, "") for name in odd)]


def asked_page() -> str:
    """The page that the address bar names, whether or not there is one; empty for the overview."""
    return urlsplit(str(st.context.url)).path.strip("/").rpartition("/")[2]


def read() -> tuple[Selection, list[Problem]]:
    given = link()
    day = shown_on(selection.audience(given))
    return kept.understood(engine_url(), tuple(sorted(given.items())), day)


def mark() -> str:
    """The mark whose rows are open, as charts write it: `theme=smes;quarter=2024-Q4`, or empty."""
    return str(st.session_state.get("mark", ""))


def open_mark(mark: str, screen: str = "", within: bool = False) -> None:
    """Open the rows behind a mark, or close them with an empty one.

    screen: of the board. within: the mark stands among rows that are open already, and these can be
    gone back to.
    """
    if screen:
        st.session_state["link"] = {**link(), "screen": screen}
    if mark and mark == st.session_state.get("mark"):
        return  # clicked twice
    earlier = [*st.session_state.get("earlier", []), str(st.session_state.get("mark", ""))]
    st.session_state["earlier"] = earlier if within else []
    st.session_state["mark"] = mark
    st.session_state["openings"] = openings() + 1


def lengthen(mark: str) -> None:
    """List more of the rows that are open, in place. mark: theirs, with how many."""
    st.session_state["mark"] = mark


def go_back() -> None:
    """Open the rows again among which the open mark stood, if any."""
    if not deeper():
        return
    *earlier, last = st.session_state["earlier"]
    open_mark(last)
    st.session_state["earlier"] = earlier


def deeper() -> bool:
    """Whether rows were opened among other rows."""
    return bool(st.session_state.get("earlier"))


def openings() -> int:
    """How often this reader has opened or closed rows: each opening is another."""
    return int(st.session_state.get("openings", 0))


def leave(what: str, value: Any) -> None:
    """Remember until the page is drawn: a 'file' or 'pack' that is wanted, an 'answer' to give."""
    st.session_state[f"left_{what}"] = value


def taken(what: str) -> Any:
    """What was left, once; None for nothing."""
    return st.session_state.pop(f"left_{what}", None)


def address() -> str:
    """The whole address of this view."""
    url = str(st.context.url).rstrip("/")
    return f"{url}{'' if urlsplit(url).path else '/'}?{urlencode(page_link(), safe=',')}"


def view(chosen: Selection | None = None) -> View:
    """All that what is shown may depend on; who keeps what was drawn, keeps it by this."""
    return engine_url(), now(), chosen or selected(), mode(), language().code


def reading_in(view: View) -> Reading:
    """What a view shows, put to its record."""
    url, _, chosen, mode, code = view
    return Reading(kept.answers(url), chosen, look_of(mode, code))


def during(first_day: date, last_day: date) -> Selection:
    """The reader's selection in another period."""
    return replace(selected(), first_day=first_day, last_day=last_day)


def look() -> Look:
    """The reader's colours and language."""
    return look_of(mode(), language().code)


@lru_cache(maxsize=16)
def look_of(mode: str, code: str) -> Look:
    """How an open page looks in a mode and a language."""
    return replace(looks.look(mode, Language(code)), opens=True)


def mode() -> str:
    """'light' or 'dark', as the reader's system says."""
    return "dark" if st.context.theme.type == "dark" else "light"


def now() -> date:
    return today()
