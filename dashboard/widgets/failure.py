"""What stands in place of a page that cannot be shown: what happened, and what to do."""

import streamlit as st

from dashboard.language import Language, languages
from data.warehouse import NoWarehouse, OutdatedWarehouse, WarehouseError
from queries.audience import WrongAudience
from queries.engines import UnknownEngine
from queries.today import WrongDay


def show(problem: Exception) -> None:
    """Say in the reader's language why there is no dashboard, and the way out."""
    asked = st.query_params.get("lang", "en")
    language = Language(asked if asked in languages() else "en")
    with st.container(key="failure"):
        st.title(headline(problem, language))
        st.markdown(explained(problem, language))
        if isinstance(problem, WarehouseError):
            st.code("python -m data.build", language="sh")
        elif not isinstance(problem, UnknownEngine):
            st.markdown(f"[{language.text('Whole record')}](/?lang={language.code})")


def explained(problem: Exception, language: Language) -> str:
    _ = language.text
    if isinstance(problem, WarehouseError):
        return no_warehouse(problem, language)
    if isinstance(problem, UnknownEngine):
        return _("The engine named in OUTREACH_ENGINE cannot be used: {problem}", problem=problem)
    if isinstance(problem, WrongDay):
        return _("OUTREACH_TODAY is not a day such as 2026-11-23.")
    if isinstance(problem, WrongAudience):
        return _("OUTREACH_AUDIENCE is neither internal nor public.")
    return _(
        "Something went wrong here; nothing of the record is lost. Reload the page, or reset it:"
    )


def no_warehouse(problem: WarehouseError, language: Language) -> str:
    _ = language.text
    if isinstance(problem, NoWarehouse):
        return _("No warehouse has been built yet. Build it, then open the page again:")
    if isinstance(problem, OutdatedWarehouse):
        return _(
            "The warehouse was built by another version. Build it anew, then open the page again:"
        )
    return _("The newest warehouse is damaged. Build it anew, then open the page again:")


def headline(problem: Exception, language: Language) -> str:
    if isinstance(problem, (WarehouseError, UnknownEngine)):
        return language.text("The dashboard has no record to show")
    return language.text("The dashboard cannot show this page")
