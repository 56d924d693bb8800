"""What stands in front of the app: response headers. Who may pass at all comes here later."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
PRIVATE: Final = ("/_stcore/metrics", "/_stcore/agent")
YEAR: Final = "public, max-age=31536000, immutable"


class SecurityHeaders:
    """Adds ``HEADERS`` to every response, lets fonts be kept, and closes what Streamlit leaves open to anyone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; metrics and agent routes are answered with 404."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path.startswith(PRIVATE):
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if path.endswith(".woff2"):
                    headers["Cache-Control"] = YEAR
            await send(message)

        await self.app(scope, receive, with_headers)
