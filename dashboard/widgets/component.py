"""How a widget reaches the reader: one component each for the frame and for the sheet of a page.

A component of our own, rather than one Streamlit element for each chart, keeps its nodes while the
numbers change (no blank frame, the keyboard focus stays), and takes one message for a whole page.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from dashboard import server

SCRIPT = """
export default async function (component) {{
  const page = await import(new URL("assets/{version}/page.js", document.baseURI).href);
  return page.{name}(component);
}}
"""
Act = Callable[[dict[str, Any]], None]
ACTS: dict[str, Act] = {}  # what each component does when the reader acts there
JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Written(str):
    """A part of what the browser draws, as JSON: kept so, it need not be written again, and is one
    thing in memory instead of thousands.
    """

    __slots__ = ()


def written(part: Mapping[str, object]) -> Written:
    """A part as JSON. What it holds may be written already, or be a list of what is."""
    if not any(map(holds_written, part.values())):
        return Written(plain(part))
    pairs = (f"{plain(name)}:{value_of(value)}" for name, value in part.items())
    return Written(f"{{{','.join(pairs)}}}")


def value_of(part: object) -> str:
    if isinstance(part, Written):
        return part
    if isinstance(part, list) and holds_written(part):
        return f"[{','.join(map(value_of, part))}]"
    return plain(part)


def holds_written(part: object) -> bool:
    """Whether a part is written already, or a list of such parts."""
    if isinstance(part, list):
        return any(isinstance(value, Written) for value in part)
    return isinstance(part, Written)


def plain(part: object) -> str:
    return JSON.encode(part)


def mount(name: str, data: dict[str, Any], act: Act, last: bool = False) -> None:
    """Show browser/page.js's function `name`.

    act: is handed what the reader does there, as `kind` and its particulars. last: whether nothing
    comes after it in this run, so that the browser is told even where nothing else has changed;
    what is as it was before is not sent again.
    """
    ACTS[name] = act
    draw = st.components.v2.component(
        name, js=SCRIPT.format(version=server.version(), name=name), isolate_styles=False
    )
    if last:
        st.session_state["turn"] = turn = st.session_state.get("turn", 0) + 1
        data = {**data, "turn": turn, "done": st.session_state.get("done", 0)}
    whole = written(data).encode("utf-8", "replace")
    draw(key=name, data=whole, on_act_change=lambda: follow(acted(name)))


def acted(name: str) -> list[dict[str, Any]]:
    """All that the reader did and the browser has no answer to yet, in order."""
    state = st.session_state.get(name)
    return (state.get("act") if state else None) or []


def follow(acts: list[dict[str, Any]]) -> None:
    """Let the page do what the reader did, each once, and note that this run follows from it.

    Streamlit may drop a message when another comes at its heels, so each holds those before it.
    """
    st.session_state["acted"] = True
    for act in acts:
        if act["number"] > st.session_state.get("done", 0):
            st.session_state["done"] = act["number"]
            ACTS[act["where"]](act)
