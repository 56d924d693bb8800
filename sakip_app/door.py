"""What stands in front of the app: response headers, compression kept. Who may pass at all comes here later."""

from __future__ import annotations

import socket
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
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


async def to_front(request: Request) -> Response:
    """The front page by its name: Streamlit serves it at "/" alone and says "Page not found" at ``/ringkasan``."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


class SecurityHeaders:
    """Adds ``HEADERS`` to every response, lets fonts be kept, and closes what Streamlit leaves open to anyone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; metrics and agent routes are answered with 404."""
        if scope["type"] == "websocket":
            _send_at_once(send)
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


def _send_at_once(send: Send) -> None:
    """Switch off Nagle's algorithm on a visitor's connection.

    Streamlit binds its socket in a way that keeps asyncio from doing so, and each rerun then waits some 40 ms
    for the browser to acknowledge the message before. The transport is uvicorn's; where it is another's, nothing
    is lost but those milliseconds.
    """
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    connection = transport.get_extra_info("socket") if transport is not None else None
    if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class KeepCompressed:
    """Keeps the compressed answer for each of Streamlit's own files: fifty first visits compress it once.

    Stands in front of the compression. Only files whose name changes with their content are kept (Streamlit
    calls them immutable), so the memory it takes is theirs, about 3 MB.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, or pass on and keep what comes back."""
        if not _wants_gzip_of_static(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self.kept:
            await self.app(scope, receive, self._keeping(path, send))
            return
        start, body = self.kept[path]
        await send(start)
        await send({"type": "http.response.body", "body": body})

    def _keeping(self, path: str, send: Send) -> Send:
        start: list[Message] = []
        parts: list[bytes] = []

        async def keep_and_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.append(dict(message))
            else:
                parts.append(message.get("body", b""))
                if not message.get("more_body", False) and _may_be_kept(start[0]):
                    self.kept[path] = (start[0], b"".join(parts))
            await send(message)

        return keep_and_send


def _wants_gzip_of_static(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith("/static/"):
        return False
    headers = Headers(scope=scope)
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers


def _may_be_kept(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and headers.get("content-encoding") == "gzip"
        and "immutable" in headers.get("cache-control", "")
    )
