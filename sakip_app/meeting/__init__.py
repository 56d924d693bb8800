"""What runs in the meeting room: a page of its own beside Streamlit, with the whole deck in it.

Streamlit lays a veil over its page when the connection breaks and reruns at every key. Here one HTML page carries
all slides and a small script; it goes on without the server, keeps decisions until they are stored and shows what
others decide meanwhile.
"""

from sakip_app.meeting.routes import meeting_routes

__all__ = ["meeting_routes"]
