"""A page named in the address as the very first request after start: the router runs before it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

from tests.serving import ROOT, serve

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
TITLES = ["Ringkasan", "Unit", "Indikator", "Rapat", "Unggah", "Pengaturan"]


async def first_run(address: str, page: str) -> list[ForwardMsg]:
    """Everything the server sends for the first script run of a visitor who opens ``/page``."""
    messages = []
    url = address.replace("http", "ws") + "/_stcore/stream"
    async with websockets.connect(url, subprotocols=["streamlit"], max_size=None) as socket:
        ask = BackMsg()
        ask.rerun_script.page_name = page
        ask.rerun_script.query_string = ""
        await socket.send(ask.SerializeToString())
        while True:
            message = ForwardMsg()
            message.ParseFromString(await asyncio.wait_for(socket.recv(), 60))
            messages.append(message)
            if message.WhichOneof("type") == "script_finished":
                return messages


def elements(messages: list[ForwardMsg], kind: str) -> list[Any]:
    """The elements of one kind that were drawn."""
    drawn = (message.delta for message in messages if message.WhichOneof("type") == "delta")
    new = (delta.new_element for delta in drawn if delta.WhichOneof("type") == "new_element")
    return [getattr(element, kind) for element in new if element.WhichOneof("type") == kind]


@pytest.mark.parametrize("page", PAGES)
def test_router_runs_before_a_deep_link(page: str, own_example: Path) -> None:
    with serve(own_example) as address:
        messages = asyncio.run(first_run(address, page))
    # Streamlit names pages it found itself after their files, in the order of the alphabet; the router gives titles.
    menus = [message.navigation for message in messages if message.WhichOneof("type") == "navigation"]
    assert [[entry.page_name for entry in menu.app_pages] for menu in menus] == [TITLES]
    assert [alert.body for alert in elements(messages, "alert")] == []
    assert [error.message for error in elements(messages, "exception")] == []
    bodies = [body.body for body in elements(messages, "html")]
    assert bodies[0].startswith("<style>"), "the frame is drawn first, by the router"
    assert any("<h1" in body or "Kirim buku kerja" in body for body in bodies[1:]), "then the page itself"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_alone_draws_nothing_but_a_sentence(page: str) -> None:
    at = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=30).run()
    assert [error.value for error in at.error] == [
        "Halaman ini dibuka tanpa melalui pintu masuk. Buka alamat aplikasi dari halaman awal."
    ]
    assert len(at.main) == 1
    assert not at.exception
