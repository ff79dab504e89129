"""What stands in place of a page until the record is read for the first time."""

from html import escape

import streamlit as st

from dashboard.look import Look

STYLE = """
<style>
@keyframes late { from { opacity: 0 } to { opacity: 1 } }
.st-key-loading { animation: late 0.4s 0.6s both; padding: 20vh 1rem; text-align: center; }
</style>
"""


def show(look: Look) -> None:
    """Say that the page will come, unless it comes at once."""
    said = (
        look.text("Reading the record…"),
        look.text("A large one takes a moment. The page then comes by itself."),
    )
    with st.container(key="loading"):
        st.html(f"{STYLE}<div role='status'><p>{'</p><p>'.join(map(escape, said))}</p></div>")
