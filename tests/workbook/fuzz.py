"""Mutate workbooks and look for any other outcome than a reading or a refusal, soon and within little memory.

    nice -n 19 .venv/bin/python -m tests.workbook.fuzz --minutes 60 --keep /tmp/found

Every case runs in a forked process with the limits of ``apart.py`` and is made from its number alone: ``--only
NUMBER`` makes and runs it again. Not collected by pytest; what it once found stands in test_fuzzed.py.
"""

from __future__ import annotations

import argparse
import io
import os
import pickle
import random
import re
import resource
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

from sakip_app.workbook.reader import read_units
from sakip_app.workbook.result import BerkasDitolakError
from tests.workbook.seeds import seeds

SECONDS, MEGABYTES = 5, 700
NUMBERS = [b"0", b"1", b"-1", b"2", b"255", b"65535", b"65536", b"1048576", b"1048577", b"2147483648", b"1e308",
           b"1e999", b"-0", b"nan", b"", b" ", b"1.5", b"4294967295", b"99999999999999999999", b"0x10", b"1_0",
           b"true", "١".encode(), b"-2.2250738585072014e-308"]  # fmt: skip
REFS = [b"A1", b"XFD1048576", b"A0", b"ZZZZ1", b"a1", b"$A$1", b"A1:B2", b"B2:A1", b"A:A", b"1:1", b"", b"A-1",
        b"A1:XFD1048576", b"AAA1", b"A99999999999", b"A1048577"]  # fmt: skip
TYPES = [b"s", b"n", b"b", b"d", b"e", b"str", b"inlineStr", b"x", b""]
TEXTS = [b"I", b"Target", b"Realisasi", b"12 = 11/6 x100%", b"(1)", b"Triwulan IV", b"K", b"Rp", b"%", b"0,6",
         b"1.234,5", b"&#10;", b"<!--x-->", b"<![CDATA[1]]>", b"_x000D_", b"_xD83D_", b"=1+1",
         b"Tahun 2025", b"s.d. bulan Juni", b"- ", b"1. a\n2. b", b"9" * 400,
         b"x" * 40_000, b"#REF!", b"&amp;", b"&lt;"]  # fmt: skip
BREAKING = ["é".encode("utf-16-le"), b"\xff\xfe", b"<a>", b"</c>", b"<row>", b"</sheetData>", b"&foo;", b"&#x0;",
            b"]]>", b"<mergeCell ref='A1:Z99'/>"]  # fmt: skip
ELEMENT = re.compile(
    rb"<(c|row|f|v|t|is|si|xf|font|fill|numFmt|mergeCell|sheet|Relationship|Override)\b(?:[^>]*/>|[^>]*>.*?</\1>)",
    re.DOTALL,
)
ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')


def mutate(data: bytes, chance: random.Random) -> bytes:
    """One to six changes to a workbook."""
    if not data.startswith(b"PK"):
        return _bytes(data, chance)
    if chance.random() < 0.08:
        return _bytes(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    wanted = [n for n in parts if n.endswith((".xml", ".rels"))]
    weights = [6 if "sheet" in n else 3 if "styles" in n or "shared" in n else 1 for n in wanted]
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        name = chance.choices(wanted, weights)[0]
        if name in parts:
            parts[name] = chance.choices((_attribute, _text, _element, _bytes), (6, 6, 4, 0.2))[0](
                parts[name], chance
            )
        if chance.random() < 0.02:
            parts.pop(chance.choice(list(parts)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _bytes(part: bytes, chance: random.Random) -> bytes:
    part = bytearray(part)
    for _ in range(chance.randint(1, 8)):
        if not part:
            break
        at = chance.randrange(len(part))
        kind = chance.randrange(5)
        if kind == 0:
            part[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            part[at] = chance.choice((0, 1, 127, 128, 254, 255))
        elif kind == 2:
            del part[at : at + chance.randint(1, 64)]
        elif kind == 3:
            part[at:at] = part[max(at - chance.randint(1, 200), 0) : at]
        else:
            part[at : at + 4] = chance.randrange(1 << 32).to_bytes(4, "little")
    return bytes(part)


def _attribute(part: bytes, chance: random.Random) -> bytes:
    found = list(ATTRIBUTE.finditer(part))
    if not found:
        return part
    one = chance.choice(found)
    new = chance.choice(chance.choice((NUMBERS, REFS, TYPES, TEXTS)))
    if chance.random() < 0.1:
        return part[: one.start()] + part[one.end() :]
    return part[: one.start(2)] + new.replace(b'"', b"") + part[one.end(2) :]


def _text(part: bytes, chance: random.Random) -> bytes:
    found = list(re.finditer(rb">([^<]+)<", part))
    if not found:
        return part
    one = chance.choice(found)
    return (
        part[: one.start(1)]
        + chance.choice(chance.choice((NUMBERS, TEXTS) if chance.random() < 0.97 else (BREAKING,)))
        + part[one.end(1) :]
    )


def _element(part: bytes, chance: random.Random) -> bytes:
    """Leave out, repeat, or move a whole element."""
    found = list(ELEMENT.finditer(part))
    if not found:
        return part
    one = chance.choice(found)
    kind = chance.random()
    if kind < 0.4:
        return part[: one.start()] + part[one.end() :]
    if kind < 0.7:
        return part[: one.end()] + one.group() * chance.choice((1, 2, 50)) + part[one.end() :]
    at = chance.choice(found).start()
    return part[:at] + one.group() + part[at:]


def run(data: bytes, name: str) -> tuple[str, str, float]:
    """Outcome, detail and seconds of one reading in a process of its own."""
    reader, writer = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if not child:
        os.close(reader)
        os.write(writer, pickle.dumps(_reading(data, name))[:60_000])
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        answer = stream.read()
    _, status, usage = os.wait4(child, 0)
    seconds = max(usage.ru_utime + usage.ru_stime, 0.0)
    if os.WIFSIGNALED(status):
        return "signal", signal.Signals(os.WTERMSIG(status)).name, seconds
    if not answer:
        return "silent", "", time.monotonic() - start
    outcome, detail = pickle.loads(answer)  # noqa: S301 - our own child
    if usage.ru_maxrss > MEGABYTES * 1024:
        return "memory", f"{usage.ru_maxrss // 1024} MB", seconds
    return outcome, detail, seconds


def _reading(data: bytes, name: str) -> tuple[str, str]:
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    try:
        read = read_units(data, name)
        pickle.dumps(read)
        for one in read:
            for finding in one.temuan:
                finding.pesan.encode()
    except BerkasDitolakError as refusal:
        return "refused", refusal.kode
    except MemoryError:
        return "memory", "MemoryError"
    except BaseException as error:
        return "error", f"{type(error).__name__}: {error}\n{''.join(traceback.format_exception(error)[-4:])}"
    return "read", str(sum(len(one.indikator) for one in read))


def main() -> None:
    """Run until the time is over; print what was found and a tally."""
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=1)
    options.add_argument("--start", type=int, default=0)
    options.add_argument("--only", type=int)
    options.add_argument("--keep", type=Path)
    chosen = options.parse_args()
    base = seeds()
    tally: Counter[str] = Counter()
    seen: set[str] = set()
    end, number, slowest = time.monotonic() + chosen.minutes * 60, chosen.start, (0.0, -1)
    while time.monotonic() < end:
        number = chosen.only if chosen.only is not None else number + 1
        chance = random.Random(number)  # noqa: S311
        name, data = chance.choice(base)
        data = mutate(data, chance)
        outcome, detail, seconds = run(data, name)
        tally[f"{outcome} {detail}" if outcome == "refused" else outcome] += 1
        slowest = max(slowest, (seconds, number))
        if outcome not in ("read", "refused") or seconds > SECONDS:
            place = "\n".join(detail.splitlines()[-6:])
            if place not in seen or chosen.only is not None:
                seen.add(place)
                print(f"--- {number} {name} {outcome} {seconds:.1f}s\n{detail}", flush=True)
                if chosen.keep:
                    chosen.keep.mkdir(parents=True, exist_ok=True)
                    (chosen.keep / f"{number}-{name}").write_bytes(data)
        if chosen.only is not None:
            break
    print(f"{number - chosen.start} cases, slowest {slowest[0]:.2f} s ({slowest[1]})", file=sys.stderr)
    for outcome, count in tally.most_common():
        print(f"{count:7d}  {outcome}", file=sys.stderr)


if __name__ == "__main__":
    main()
