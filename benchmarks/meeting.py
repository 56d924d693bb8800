"""What a meeting costs the server: the deck for 48 units, its PPTX, and what another visitor feels meanwhile.

    .venv/bin/python -m benchmarks.meeting

The real app on the example body, in Chromium. One visitor changes the quarter on Ringkasan, alone first and then while
another has the PPTX made; the ratio of the two medians is what the making costs the first. Printed as well: how long
freezing, the PPTX and the first opening of the meeting page take, and the server's memory at its highest.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from tests.serving import ROOT, serve

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUARTER = "instansi=contoh&tahun=2026&tw=III"


def settled(page: Page) -> None:
    """Until the script of the page has run."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def press(page: Page, times: int, stop: threading.Event | None = None) -> list[float]:
    """Seconds from pressing another quarter to its headline."""
    taken = []
    for number in range(times):
        quarter = ("II", "III")[number % 2]
        begin = time.perf_counter()
        page.get_by_role("radio", name=f"TW {quarter}", exact=True).click()
        page.locator("h1", has_text=f"triwulan {quarter} ").first.wait_for()
        taken.append(time.perf_counter() - begin)
        settled(page)
        if stop is not None and stop.is_set():
            break
    return taken


def beside(address: str, stop: threading.Event, taken: list[float]) -> None:
    """The other visitor, in a browser of their own."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.goto(f"{address}/?{QUARTER}")
        settled(page)
        press(page, 6)
        stop.clear()
        taken += press(page, 10_000, stop)
        browser.close()


def highest(pid: int) -> int:
    """The most memory a process and its children ever held, in MB."""
    own = [
        pid,
        *map(int, subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()),
    ]
    lines = [line for one in own for line in Path(f"/proc/{one}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def main() -> None:
    """Serve the example, hold the meeting, print."""
    with TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "sakip.db"
        env = {**os.environ, "SAKIP_DATABASE_URL": f"sqlite:///{file}"}
        subprocess.run([sys.executable, "-m", "data.contoh"], cwd=ROOT, env=env, check=True, capture_output=True)
        with serve(file) as address:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page()
            page.goto(f"{address}/?{QUARTER}")
            settled(page)
            press(page, 6)
            alone = press(page, 20)
            page.goto(f"{address}/rapat?{QUARTER}")
            begin = time.perf_counter()
            page.get_by_role("button", name="Bekukan").click()
            page.get_by_role("link", name="Mulai rapat").wait_for()
            print(json.dumps({"step": "freeze", "s": round(time.perf_counter() - begin, 2)}))
            href = page.get_by_role("link", name="Mulai rapat").get_attribute("href")
            for which in ("first", "again"):
                begin = time.perf_counter()
                size = len(urllib.request.urlopen(f"{address}/{href}").read())  # noqa: S310
                print(json.dumps({"step": f"meeting page, {which}", "s": round(time.perf_counter() - begin, 3),
                                  "KB": size // 1024}))  # fmt: skip
            stop, taken = threading.Event(), []
            stop.set()
            other = threading.Thread(target=beside, args=(address, stop, taken))
            other.start()
            while stop.is_set():
                time.sleep(0.05)
            settled(page)
            begin = time.perf_counter()
            page.get_by_role("button", name="Siapkan PPTX").click()
            page.get_by_role("button", name="Unduh PPTX").wait_for()
            made = time.perf_counter() - begin
            stop.set()
            other.join()
            print(json.dumps({"step": "PPTX on the screen", "s": round(made, 2)}))
            ratio = median(taken) / median(alone)
            print(json.dumps({"step": "another visitor's press", "alone ms": round(median(alone) * 1e3),
                              "meanwhile ms": round(median(taken) * 1e3), "worst ms": round(max(taken) * 1e3),
                              "presses": len(taken), "ratio": round(ratio, 2)}))  # fmt: skip
            servers = subprocess.run(["pgrep", "-f", f"server.port.*{address.rpartition(':')[2]}"],
                                     capture_output=True, text=True).stdout.split()  # fmt: skip
            print(json.dumps({"step": "memory of the server", "MB": max(highest(int(pid)) for pid in servers)}))
            browser.close()


if __name__ == "__main__":
    main()
