"""Small pieces of HTML for what Streamlit has no widget for: strings in, escaped strings out.

Nothing here computes or formats a number, and nothing imports Streamlit: a page hands the string to ``st.html``.
Every text is escaped; what is already safe is an ``Html``.
"""
