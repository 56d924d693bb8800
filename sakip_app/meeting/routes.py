"""The addresses of the meeting page: ``/tayang/{kode}`` and what it asks and sends while it is open."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from sakip_app.access import Pelaku, admit_request
from sakip_app.meeting import deeds
from sakip_app.meeting.letters import DitolakError
from sakip_app.meeting.page import Shown, with_state, without_meeting
from sakip_app.meeting.room import Meeting, Meetings
from sakip_app.snapshot.as_json import RekamTakTerbacaError
from sakip_app.store import SimpanDitolakError, StoreTakTerbukaError

BATAS_BADAN: Final = 32 * 1024
BARU: Final = {"Cache-Control": "no-store"}
_TAK_ADA: Final = "Rapat dengan nomor rekam ini tidak ditemukan."
_TAK_TERBACA: Final = "Rekam ini disimpan oleh versi aplikasi yang lebih baru."
_DARI_MANA: Final = "Periksa alamatnya, atau buka rapat dari halaman Rapat."
_COBA_LAGI: Final = "Muat ulang sebentar lagi. Sebabnya tercatat di log server."
_CATATAN = logging.getLogger(__name__)

Deed = Callable[[sa.Engine, Meeting, bytes, Pelaku], dict[str, Any]]


def meeting_routes(engine: Callable[[], sa.Engine]) -> list[Route]:
    """The routes of the meeting page.

    Args:
        engine: gives the open store; called at each request, so that a store that opens later is found.
    """
    meetings = Meetings(engine)

    def tayang(request: Request) -> Response:
        admit_request(request)
        kode = request.path_params["kode"]
        try:
            meeting = meetings.open(kode)
            if meeting is None:
                return _page(without_meeting(_TAK_ADA, _DARI_MANA), 404)
            return _page(with_state(meeting.sheet, deeds.state(meetings.engine(), meeting)), 200)
        except RekamTakTerbacaError as failure:
            _report(failure)
            return _page(without_meeting(_TAK_TERBACA, "Perbarui aplikasi, lalu buka lagi."), 503)
        except Exception as failure:
            _report(failure)
            return _page(without_meeting("Rapat belum dapat dibuka.", _COBA_LAGI), 503)

    def keputusan(request: Request) -> Response:
        admit_request(request)
        return _answer(lambda: deeds.state(meetings.engine(), _room(meetings, request)))

    def sending(deed: Deed) -> Callable[[Request], Any]:
        async def send(request: Request) -> Response:
            pelaku = admit_request(request)
            try:
                body = await _read_body(request)
            except DitolakError as refusal:
                return _refusal(refusal.status, refusal.pesan, refusal.saran)

            def act() -> dict[str, Any]:
                return deed(meetings.engine(), _room(meetings, request), body, pelaku)

            return await run_in_threadpool(_answer, act)

        return send

    return [
        Route("/tayang/{kode}", tayang, methods=["GET"]),
        Route("/tayang/{kode}/keputusan", keputusan, methods=["GET"]),
        Route("/tayang/{kode}/keputusan", sending(deeds.decide), methods=["POST"]),
        Route("/tayang/{kode}/langkah", sending(deeds.note), methods=["POST"]),
        Route("/tayang/{kode}/batal", sending(deeds.withdraw), methods=["POST"]),
    ]


def _room(meetings: Meetings, request: Request) -> Meeting:
    meeting = meetings.open(request.path_params["kode"])
    if meeting is None:
        raise DitolakError(404, _TAK_ADA, _DARI_MANA)
    return meeting


def _answer(act: Callable[[], dict[str, Any]]) -> Response:
    """What the deed gives as JSON; a refusal with its sentence; anything else is logged and said to be the server's."""
    try:
        return JSONResponse(act(), headers=BARU)
    except DitolakError as refusal:
        return _refusal(refusal.status, refusal.pesan, refusal.saran)
    except SimpanDitolakError as refusal:
        return _refusal(422, refusal.pesan, refusal.saran)
    except Exception as failure:
        _report(failure)
        busy = isinstance(failure, StoreTakTerbukaError | sa.exc.OperationalError)
        return _refusal(503 if busy else 500, "Server belum dapat menyimpan.", "Keputusan tetap di antrean.")


def _report(failure: Exception) -> None:
    """For the admin: the whole trace, which may name paths and never reaches a browser."""
    _CATATAN.error("meeting page", exc_info=failure)


def _refusal(status: int, pesan: str, saran: str) -> Response:
    return JSONResponse({"pesan": pesan, "saran": saran}, status, headers=BARU)


def _page(shown: Shown, status: int) -> Response:
    return HTMLResponse(shown.html, status, headers={**BARU, "Content-Security-Policy": shown.csp})


async def _read_body(request: Request) -> bytes:
    """The body of a letter from the page itself.

    Raises:
        DitolakError: if it comes from another site, is no JSON or is too large.
    """
    if not _from_here(request):
        raise DitolakError(
            403, "Server menolak kiriman dari alamat ini.", "Proxy di depannya harus meneruskan Host yang dibuka."
        )
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise DitolakError(415, "Kiriman harus berupa JSON.")
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > BATAS_BADAN:
            raise DitolakError(413, "Keputusan ini terlalu panjang.", "Ringkas kalimatnya.")
    return bytes(parts)


def _from_here(request: Request) -> bool:
    """Whether a page of this very host sends it; the browser says so, and no page can say it for another.

    A proxy may ask under a name of its own and hand on the one that was asked for as ``X-Forwarded-Host``. No page of
    another site can set that one: its browser would ask first whether it may, and is not answered.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    if origin is None:
        return False
    forwarded = request.headers.get("x-forwarded-host", "").partition(",")[0].strip()
    return urlsplit(origin).netloc in {request.headers.get("host"), forwarded} - {None, ""}
