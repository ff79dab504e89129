"""What can be carried away: from answers to bytes. No Streamlit here."""
