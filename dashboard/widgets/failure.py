"""What stands in place of a page that cannot be shown: what happened, and what to do."""

import streamlit as st

from dashboard.language import Language
from data.warehouse import BrokenWarehouse, NoWarehouse, OutdatedWarehouse


def show(problem: Exception) -> None:
    """Say in the reader's language why there is no dashboard, and the way out."""
    language = Language(st.query_params.get("lang", "en"))
    with st.container(key="failure"):
        st.title(language.text("The dashboard has no record to show"))
        st.markdown(explained(problem, language))
        st.code("python -m data.build", language="sh")


def explained(problem: Exception, language: Language) -> str:
    _ = language.text
    if isinstance(problem, NoWarehouse):
        return _("No warehouse has been built yet. Build it, then open the page again:")
    if isinstance(problem, OutdatedWarehouse):
        return _(
            "The warehouse was built by another version. Build it anew, then open the page again:"
        )
    if isinstance(problem, BrokenWarehouse):
        return _("The newest warehouse is damaged. Build it anew, then open the page again:")
    return _("The engine named in OUTREACH_ENGINE cannot be used: {problem}", problem=str(problem))
