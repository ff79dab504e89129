"""The frame around a page: name, contents, languages, filters, what in the link is unusable."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard import look as looks
from dashboard import place, server, session, versus
from dashboard.charts.style import shortened
from dashboard.language import NAMES, languages
from dashboard.look import Look
from dashboard.widgets import component, filters, reconciliation
from queries.selection import Problem

NAMED, LONGEST = 5, 60  # values named in a notice, and their letters


def show(contents: Mapping[str, str], current: str, bare: bool = False) -> None:
    """Draw the frame. contents: page -> English title; current: the page shown; bare: nothing but
    colours and language, for a page that fills the window.
    """
    look = session.look()
    record = session.record()
    title = look.text(contents[current])
    st.set_page_config(page_title=f"{title} · {record.short_name}", layout="wide")
    data = {} if bare else described(contents, current, look, record)
    component.mount("frame", {**dress(look), **data, "bare": bare}, act)


def dress(look: Look) -> dict[str, str]:
    """What every page wears."""
    return {"css": looks.css(session.mode()), "language": look.language.code}


def described(contents: Mapping[str, str], current: str, look: Look, record: Any) -> dict[str, Any]:
    _ = look.text
    link = session.page_link()
    query = urlencode(link, safe=",")
    return {
        "brand": record.short_name,
        "logo": f"assets/{server.version()}/{looks.logo()}" if looks.logo() else "",
        "organisation": look.name(record, "name"),
        "skip": _("Skip to the figures"),
        "contents": [
            {"page": page, "title": _(title), "here": page == current, "href": address(page, query)}
            for page, title in contents.items()
        ],
        "contents_label": _("Pages"),
        "languages": [
            {"code": code, "name": NAMES.get(code, code), "here": code == look.language.code}
            for code in languages()
        ],
        "languages_label": _("Language"),
        "page": current,
        "link": link,
        "notices": [
            *reconciliation.warning(look),
            *no_such_page(contents, look),
            *notices([*session.problems(), *versus.problems()], look),
        ],
        "filters": filters.described(),
    }


def no_such_page(contents: Mapping[str, str], look: Look) -> list[str]:
    asked = session.asked_page()
    if not asked or asked in contents:
        return []
    page = shortened(asked, LONGEST)
    return [look.text("There is no page “{page}”; this is the overview.", page=page)]


def address(page: str, query: str) -> str:
    """The address of a page with a selection, relative to the root."""
    return f"{'' if page == 'overview' else page}?{query}"


def notices(problems: list[Problem], look: Look) -> list[str]:
    """One sentence a parameter, however many of its values were left out."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.parameter, []).append(problem)
    return [notice(together(many), look) for many in found.values()]


def together(problems: list[Problem]) -> Problem:
    """Several problems of one parameter as one, its values cut to what can be read."""
    shown = [shortened(problem.value, LONGEST) for problem in problems[:NAMED]]
    rest = ["…"] if len(problems) > NAMED else []
    return replace(problems[0], value=", ".join([*shown, *rest]))


def notice(problem: Problem, look: Look) -> str:
    """One sentence that names what was left out."""
    if not problem.value:
        return look.text("“{parameter}” is no parameter of a link.", parameter=problem.parameter)
    if problem.known:
        return look.text(
            "“{value}” is not a known value of “{parameter}” and was left out; the rest applies.",
            value=problem.value,
            parameter=problem.parameter,
        )
    if ">" in problem.value:
        return look.text(
            "The period ends before it starts ({value}); the whole record is shown.",
            value=problem.value,
        )
    return look.text(
        "“{value}” is not a usable date for “{parameter}” and was left out; the rest applies.",
        value=problem.value,
        parameter=problem.parameter,
    )


def act(done: dict[str, Any]) -> None:
    """The reader chose something, a language or another page; these keep what was chosen last."""
    if done.get("kind") == "choose":
        link = {str(key): str(value) for key, value in done["link"].items()}
        session.choose({**link, **place.of(session.link())})
    if done.get("kind") == "language":
        here = {**session.page_link(), **place.of(session.link())}
        session.choose({**here, "lang": str(done["code"])})
    if done.get("kind") == "go":
        session.choose(session.page_link())
        st.session_state["page"] = done["page"]
        session.open_mark("")
