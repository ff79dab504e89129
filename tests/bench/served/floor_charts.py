"""The floor with figures and charts that need no query: Streamlit's own elements, well used."""

import streamlit as st

from tests.bench import constant
from tests.bench.served.frozen import freeze

st.set_page_config(layout="wide")
chosen = st.multiselect("Theme", constant.held()["themes"])
st.write(f"Chosen: {', '.join(chosen)}.")
for place, name, value in zip(
    st.columns(len(constant.FIGURES)),
    constant.FIGURES,
    constant.figures(len(chosen)),
    strict=True,
):
    place.metric(name, str(value))
for pair in (0, 2):
    for n, place in enumerate(st.columns(2), start=pair):
        chart = constant.charts(len(chosen))[n]
        place.plotly_chart(chart, theme=None, key=f"chart-{n}", config={"displayModeBar": False})
freeze()
