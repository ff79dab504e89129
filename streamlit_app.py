"""Where Streamlit starts: the server when imported, a page when run."""

import streamlit as st

from dashboard import app as frame

if __name__ == "__main__":
    frame.main()
else:
    app = st.App(__file__, routes=frame.routes(), lifespan=frame.serving)
