"""The floor of Streamlit: one widget, one line."""

import streamlit as st

from tests.bench.constant import held
from tests.bench.served.frozen import freeze

chosen = st.multiselect("Theme", held()["themes"])
st.write(f"Chosen: {', '.join(chosen)}.")
freeze()
