"""What other sessions feel while hostile workbooks are read: a real Streamlit server, sessions over its websocket.

    .venv/bin/python -m benchmarks.beside [SECONDS]

One quiet run first, then the same with two sessions that have a heavy file read over and over. Printed: the time of a
rerun of another session (a radio pressed twice a second), median and worst. Its worst must stay under 300 ms.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PAGE = """
import pathlib, sys
sys.path.insert(0, {root!r})
import streamlit as st
from sakip_app.workbook import BerkasDitolakError
from sakip_app.workbook.isolated import read_units_apart
choice = st.radio("Triwulan", ["I", "II", "III", "IV"])
if st.query_params.get("berat"):
    try:
        read_units_apart(pathlib.Path({heavy!r}).read_bytes(), "berat.xlsx")
    except BerkasDitolakError as refusal:
        st.write(refusal.kode)
st.write(choice)
"""


def heavy_file() -> bytes:
    """A sheet of noise at the limit of what is parsed at all."""
    from tests.workbook.hostile import LEMBAR, sheet, swap

    rows = "".join(
        f"<row>{''.join(f'<c><v>{r * k % 9973}</v></c>' for k in range(40))}</row>" for r in range(15_000)
    )
    return swap(LEMBAR, sheet(f"<sheetData>{rows}</sheetData>"))


class Session:
    """One browser tab, as far as the server can tell."""

    def __init__(self, port: int, query: str = "") -> None:
        self._port, self._query, self._page, self._radio = port, query, "", ""

    async def press(self, times: int, pause: float, until: float) -> list[float]:
        """Seconds of each rerun; the first, which opens the page, is not counted."""
        import websockets
        from streamlit.proto.BackMsg_pb2 import BackMsg
        from streamlit.proto.WidgetStates_pb2 import WidgetState

        taken: list[float] = []
        address = f"ws://127.0.0.1:{self._port}/_stcore/stream"
        async with websockets.connect(
            address, subprotocols=["streamlit"], max_size=None, ping_interval=None
        ) as ws:
            for number in range(times + 1):
                message = BackMsg()
                message.rerun_script.query_string = self._query
                message.rerun_script.page_script_hash = self._page
                if self._radio:
                    state = WidgetState(id=self._radio, string_value=("I", "II", "III", "IV")[number % 4])
                    message.rerun_script.widget_states.widgets.append(state)
                begin = time.perf_counter()
                await ws.send(message.SerializeToString())
                await self._finish(ws)
                if number:
                    taken.append(time.perf_counter() - begin)
                if time.perf_counter() > until:
                    break
                await asyncio.sleep(pause)
        return taken

    async def _finish(self, ws) -> None:
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        while True:
            message = ForwardMsg()
            message.ParseFromString(await asyncio.wait_for(ws.recv(), 60))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._page = message.new_session.page_script_hash
            elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "radio":
                self._radio = message.delta.new_element.radio.id
            elif kind == "script_finished":
                return


async def measure(port: int, seconds: float, hostile: int) -> tuple[list[float], int]:
    """Reruns of one session beside so many that have heavy files read."""
    until = time.perf_counter() + seconds
    jobs = [Session(port).press(10_000, 0.5, until)]
    jobs += [Session(port, "berat=1").press(10_000, 0.0, until) for _ in range(hostile)]
    quiet, *heavy = await asyncio.gather(*jobs)
    return quiet, sum(len(one) for one in heavy)


def main() -> None:
    """Serve the page, measure twice, print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    with TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        (Path(folder) / "berat.xlsx").write_bytes(heavy_file())
        page = Path(folder) / "page.py"
        page.write_text(PAGE.format(root=str(ROOT), heavy=str(Path(folder) / "berat.xlsx")))
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(page), "--server.port", str(port),
             "--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            for _ in range(100):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
                    break
                time.sleep(0.2)
            for name, hostile in (("quiet", 0), ("two hostile uploads", 2)):
                taken, read = asyncio.run(measure(port, seconds, hostile))
                print(json.dumps({"run": name, "reruns": len(taken), "files read": read,
                                  "median ms": round(median(taken) * 1e3, 1),
                                  "worst ms": round(max(taken) * 1e3, 1)}), flush=True)  # fmt: skip
        finally:
            server.terminate()
            server.wait(10)


if __name__ == "__main__":
    main()
