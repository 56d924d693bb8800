"""What stands in front of the app: headers, closed routes, compression done once."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sakip_app.door import KeepCompressed

BODY = b"const x = 1;\n" * 500


def counting_app() -> tuple[Starlette, list[str]]:
    """An app that writes down each request that reaches it."""
    reached: list[str] = []

    async def file(request: Request) -> Response:
        reached.append(request.url.path)
        forever = "immutable" if "hashed" in request.url.path else "no-cache"
        status = 404 if "missing" in request.url.path else 200
        return Response(BODY, status, {"cache-control": forever}, "application/javascript")

    routes = [Route("/static/{name}", file), Route("/other/{name}", file)]
    stack = [Middleware(KeepCompressed), Middleware(GZipMiddleware, minimum_size=100)]
    return Starlette(routes=routes, middleware=stack), reached


@pytest.mark.parametrize(
    ("path", "headers", "times_reached"),
    [
        ("/static/hashed.js", {"accept-encoding": "gzip"}, 1),
        ("/static/plain.js", {"accept-encoding": "gzip"}, 3),
        ("/static/hashed-missing.js", {"accept-encoding": "gzip"}, 3),
        ("/static/hashed.js", {"accept-encoding": "identity"}, 3),
        ("/static/hashed.js", {"accept-encoding": "gzip", "range": "bytes=0-1"}, 3),
        ("/other/hashed.js", {"accept-encoding": "gzip"}, 3),
    ],
)
def test_a_file_that_never_changes_is_compressed_once(
    path: str, headers: dict[str, str], times_reached: int
) -> None:
    app, reached = counting_app()

    async def ask() -> list[bytes]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return [(await client.get(path, headers=headers)).content for _ in range(3)]

    import asyncio

    assert asyncio.run(ask()) == [BODY] * 3
    assert len(reached) == times_reached


def test_the_real_server_compresses_and_closes_what_is_not_for_everyone(shared_address: str) -> None:
    page = urllib.request.urlopen(f"{shared_address}/")
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["x-frame-options"] == "SAMEORIGIN"
    script = page.read().decode().split('src="./static/js/')[1].split('"')[0]
    ask = urllib.request.Request(f"{shared_address}/static/js/{script}", headers={"Accept-Encoding": "gzip"})
    first, second = (urllib.request.urlopen(ask) for _ in range(2))
    assert second.headers["content-encoding"] == "gzip"
    assert gzip.decompress(first.read()) == gzip.decompress(second.read())
    for closed in ("/_stcore/metrics", "/_stcore/agent/openapi.json"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{shared_address}{closed}")
    font = urllib.request.urlopen(f"{shared_address}/app/static/plus-jakarta-sakip.woff2")
    assert font.headers["content-type"] == "font/woff2"
    assert "immutable" in font.headers["cache-control"]
