"""Set up and run: ``python3 dev.py start`` opens the app on example data, ``python3 dev.py test`` checks it all.

Needs Python 3.11 and nothing else: the environment (.venv), the packages and, for the tests on Debian, Chromium
and PostgreSQL are installed when they are missing. Only the standard library is used here.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
# A file of tests a process, so that what a module sets up is set up once.
# Files in the order of their folders: the long ones, in a browser, come first and leave no core idle at the end.
PYTEST = ("pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "--doctest-modules")
USAGE = "usage: python3 dev.py start [streamlit options] | python3 dev.py test [pytest options]"


def main() -> int:
    """Run the command named on the command line."""
    if sys.version_info[:2] != (3, 11):
        print(f"Python 3.11 is needed, this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    commands = {"start": start, "test": test}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        print(USAGE, file=sys.stderr)
        return 2
    os.chdir(ROOT)
    return commands[sys.argv[1]](sys.argv[2:])


def start(options: list[str]) -> int:
    """Fill an empty store with the example body, then serve the app and print its address."""
    install("requirements.txt")
    made = run(PYTHON, "-m", "data.contoh")
    if made:
        return made
    return run(PYTHON, "-m", "streamlit", "run", "app.py", *options)


def test(options: list[str]) -> int:
    """Everything that must hold before a change lands; stops at the first step that fails."""
    install("requirements-dev.txt")
    install_chromium()
    install_postgresql()
    for step in (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("importlinter.cli", "lint"),
        # Watching every line slows the tests down: it is done only where every branch must be seen.
        (*PYTEST, "tests/sakip_metrics", "sakip_metrics", "--cov", *options),
        (*PYTEST, "tests", "sakip_app", "--ignore=tests/sakip_metrics", *options),
    ):
        print(f"\n── {' '.join(step)}", flush=True)
        failed = run(PYTHON, "-m", *step)
        if failed:
            return failed
    return 0


def install(requirements: str) -> None:
    """The environment with exactly these packages; nothing is done when it already has them."""
    wanted = "".join(
        (ROOT / name).read_text("utf-8") for name in ("constraints.txt", "requirements.txt", requirements)
    )
    stamp = VENV / f".{requirements}.sha256"
    digest = hashlib.sha256(wanted.encode()).hexdigest()
    if PYTHON.exists() and stamp.exists() and stamp.read_text("utf-8") == digest:
        return
    if not PYTHON.exists():
        make_environment()
    print(f"Installing {requirements} into .venv …", flush=True)
    check(run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements))
    stamp.write_text(digest, "utf-8")


def make_environment() -> None:
    """A fresh .venv; Debian keeps the module that makes one in a package of its own."""
    if run(sys.executable, "-m", "venv", VENV) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    apt_install("python3-venv")
    check(run(sys.executable, "-m", "venv", VENV))


def install_chromium() -> None:
    """Debian's Chromium for the browser tests; elsewhere they use what CHROMIUM names or are skipped."""
    if not (WINDOWS or os.environ.get("CHROMIUM") or shutil.which("chromium")):
        apt_install("chromium")


def install_postgresql() -> None:
    """Debian's PostgreSQL for the store's tests, which start a server of their own; elsewhere they are skipped."""
    debian = shutil.which("apt-get") and not any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if debian and not shutil.which("initdb"):
        apt_install("postgresql")


def apt_install(package: str) -> None:
    """Install a Debian package, as root or through sudo."""
    if not shutil.which("apt-get"):
        sys.exit(f"Please install {package} and run this again.")
    admin = [] if os.geteuid() == 0 else ["sudo"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing Debian's {package} …", flush=True)
    check(run(*admin, "apt-get", "update", "-qq", env=quiet))
    check(run(*admin, "apt-get", "install", "-y", "-qq", "--no-install-recommends", package, env=quiet))


def run(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """The exit code of a command that shares this terminal; 130 when the user stops it."""
    try:
        return subprocess.run([str(part) for part in command], env=env, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return 130


def check(code: int) -> None:
    """Stop where a step failed."""
    if code:
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main())
