"""LibreOffice as a planner uses it: open a workbook, type into cells, save it. Driven through its own scripting."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

#: Run by the Python that LibreOffice's bridge is installed for, not by the environment's.
_SCRIPT = """
import json, os, signal, subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue

def prop(name, value):
    p = PropertyValue(); p.Name, p.Value = name, value
    return p

source, target, cells, profile, pipe = sys.argv[1:6]
seen = {"notes": {}, "colours": {}, "active": ""}
office = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo",
    f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"],
    start_new_session=True)
try:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except Exception:
            time.sleep(0.25)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    book = desktop.loadComponentFromURL("file://" + source, "_blank", 0, (prop("Hidden", True),))
    for page in book.Sheets:
        for note in page.Annotations:
            place = note.Position
            cell = page.getCellByPosition(place.Column, place.Row)
            address = cell.AbsoluteName.replace("$", "")
            seen["notes"][address] = note.String
            seen["colours"][address] = cell.CellBackColor
    seen["active"] = book.CurrentController.ActiveSheet.Name if book.CurrentController else ""
    for sheet, typed in json.loads(cells).items():
        page = book.Sheets.getByName(sheet)
        for address, value in typed.items():
            cell = page.getCellRangeByName(address)
            if page.isProtected() and cell.CellProtection.IsLocked:
                raise SystemExit(f"{sheet}!{address} is locked: nobody can type there")
            if value is None:
                cell.setString("")
            elif isinstance(value, str) and not value.startswith("="):
                cell.setString(value)
            elif isinstance(value, str):
                cell.setFormula(value)
            else:
                cell.setValue(value)
    book.storeToURL("file://" + target, (prop("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)
    print(json.dumps(seen))
finally:
    os.killpg(office.pid, signal.SIGKILL)
"""


def python_with_uno() -> str | None:
    """A Python that can talk to LibreOffice, where both are installed."""
    for python in ("/usr/bin/python3", shutil.which("python3")):
        if python and shutil.which("soffice"):
            asked = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if asked.returncode == 0:
                return python
    return None


def fill(source: Path, target: Path, cells: Mapping[str, Mapping[str, float | str | None]]) -> Path:
    """Open ``source``, type ``cells`` (sheet → address → value; fails at a locked cell), save as ``target``."""
    look(source, target, cells)
    return target


def look(
    source: Path, target: Path, cells: Mapping[str, Mapping[str, float | str | None]] | None = None
) -> dict[str, dict[str, str | int]]:
    """The same, and what stands there: ``notes`` (address → text), ``colours`` (address → RGB of noted cells)."""
    python = python_with_uno()
    if python is None:
        pytest.skip("no LibreOffice with python3-uno: install libreoffice-calc and python3-uno")
    profile = target.parent / f"profil-{target.stem}"
    done = subprocess.run(
        [
            python,
            "-c",
            _SCRIPT,
            str(source),
            str(target),
            json.dumps(cells or {}),
            str(profile),
            f"sakip{target.stem}",
        ],
        capture_output=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert target.exists()
    seen: dict[str, dict[str, str | int]] = json.loads(done.stdout)
    return seen
