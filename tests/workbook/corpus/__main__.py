"""``python -m tests.workbook.corpus [words of a name …]``: where the reader stands, a line a workbook.

With words of a name: only those workbooks, every complaint spelled out; ``--simpan DIR`` also writes the workbooks.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from tests.workbook.corpus import SEMUA
from tests.workbook.corpus.nilai import Laporan, Putusan, nilai


def main() -> int:
    """Print the table; 0 when every row is right."""
    kata = sys.argv[1:]
    if "--simpan" in kata:
        tempat = Path(kata.pop(kata.index("--simpan") + 1))
        kata.remove("--simpan")
        tempat.mkdir(parents=True, exist_ok=True)
        for kasus in SEMUA:
            (tempat / kasus.nama).write_bytes(kasus.buat())
    jumlah = benar = tanya = salah = tanpa = lebih = lain = 0
    print(f"{'berkas':40} baris benar tanya salah tanpa-temuan lebih")
    for kasus in SEMUA:
        if kata and not any(k in kasus.nama for k in kata):
            continue
        try:
            laporan = nilai(kasus)
        except Exception:
            rusak = [Putusan(h, h.baris, ["pembaca gagal"]) for h in kasus.baris]
            laporan = Laporan(kasus, rusak, lain=[traceback.format_exc(limit=-1)])
        p = laporan.putusan
        b, t, s = sum(x.benar for x in p), sum(x.ditanya for x in p), sum(bool(x.salah) for x in p)
        n = sum(bool(x.salah) and not x.bertemuan for x in p)
        tanda = "" if laporan.mulus else "  ← " + (laporan.lain[0] if laporan.lain else "")
        print(f"{kasus.nama:40} {len(p):5} {b:5} {t:5} {s:5} {n:12} {len(laporan.lebih):5}{tanda}")
        if kata and not laporan.mulus:
            print("    " + laporan.keluhan().replace("\n", "\n    "))
        jumlah, benar, tanya, salah = jumlah + len(p), benar + b, tanya + t, salah + s
        tanpa, lebih, lain = tanpa + n, lebih + len(laporan.lebih), lain + len(laporan.lain)
    print(f"{'semua':40} {jumlah:5} {benar:5} {tanya:5} {salah:5} {tanpa:12} {lebih:5}  keluhan lain {lain}")
    return 0 if jumlah == benar and not lebih and not lain else 1


if __name__ == "__main__":
    sys.exit(main())
