"""As in our own page: what is loaded stays out of the collections after every run."""

import gc

import streamlit as st


@st.cache_resource(show_spinner=False)
def freeze() -> None:
    gc.collect()
    gc.freeze()
