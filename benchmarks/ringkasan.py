"""What a press on Ringkasan costs, beside a bare tuned Streamlit page with the same two charts and table.

    .venv/bin/python -m benchmarks.ringkasan [--lima-tahun]

On the examples, or with ``--lima-tahun`` on both bodies over five years (28,000 indicator-quarters). *Script*: from
the message that asks for a rerun to the one that says it finished, over a raw websocket on loopback, so it holds the
server's whole share. *Press*: in Chromium, from the click on a quarter to the last change of the page before it stays
quiet. The two pages are pressed in turn, so that the machine's moods meet
both; read the ratio.
"""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median, quantiles

import websockets
from playwright.sync_api import Page, Playwright, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).parent.parent
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PRESSES = 40
RERUNS = 80
QUIET_MS = 400
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PRESS = """
async ([label, quiet]) => {
  const button = [...document.querySelectorAll('[data-testid="stButtonGroup"] button')]
    .find(b => b.textContent.trim() === label);
  let last = performance.now();
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
  const start = performance.now();
  button.click();
  while (performance.now() - last < quiet) await new Promise(r => setTimeout(r, 20));
  watch.disconnect();
  return last - start;
}
"""


@contextmanager
def server(script: str, database: Path) -> Iterator[int]:
    """A Streamlit server on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "SAKIP_DATABASE_URL": f"sqlite:///{database}", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        time.sleep(1)
        yield port
    finally:
        process.terminate()
        process.wait(20)


async def script_times(port: int) -> list[float]:
    """Milliseconds of each rerun after every quarter was shown once."""
    times = []
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(url, subprotocols=["streamlit"], max_size=None, compression=None) as socket_:
        for turn in range(RERUNS + 5):
            ask = BackMsg()
            ask.rerun_script.query_string = f"tahun=2026&ukuran=triwulan&tw={('I', 'II', 'III')[turn % 3]}"
            start = time.perf_counter()
            await socket_.send(ask.SerializeToString())
            while True:
                message = ForwardMsg()
                message.ParseFromString(await asyncio.wait_for(socket_.recv(), 60))
                if message.WhichOneof("type") == "script_finished":
                    break
            times.append((time.perf_counter() - start) * 1e3)
    return times[5:]


def open_page(playwright: Playwright, stack: ExitStack, port: int) -> Page:
    """A browser window of its own on the page, its charts drawn."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    stack.callback(browser.close)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"http://127.0.0.1:{port}/")
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=60_000)
    page.wait_for_timeout(2000)
    return page


def press(page: Page, label: str) -> float:
    """Milliseconds from the click to the last change."""
    return float(page.evaluate(PRESS, [label, QUIET_MS]))


def told(name: str, times: list[float]) -> str:
    """Median and 95th percentile."""
    return f"{name}: median {median(times):.0f} ms, p95 {quantiles(times, n=20)[-1]:.0f} ms"


def main() -> None:
    """Run both pages and print the figures."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        database = Path(folder) / "sakip.db"
        subprocess.run([sys.executable, "-m", "data.contoh", *sys.argv[1:], str(database)], cwd=ROOT, check=True)
        product = stack.enter_context(server("app.py", database))
        bare = stack.enter_context(server("benchmarks/bare_page.py", database))
        print(told("script, Ringkasan", asyncio.run(script_times(product))), flush=True)
        ours, theirs = [], []
        playwright = stack.enter_context(sync_playwright())
        pages = [open_page(playwright, stack, port) for port in (product, bare)]
        for turn in range(PRESSES + 3):
            label = ("TW I", "TW II", "TW III")[turn % 3]
            times = [press(page, label) for page in pages]
            if turn >= 3:
                ours.append(times[0])
                theirs.append(times[1])
        print(told("press, Ringkasan", ours))
        print(told("press, bare page", theirs))
        print(f"ratio of medians {median(ours) / median(theirs):.2f}", flush=True)


if __name__ == "__main__":
    main()
