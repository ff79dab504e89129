"""What is told at a board meeting: a story is an ordered list of screens. No Streamlit here."""
