"""A template with every kind of value, and ways to change it as a person would in Excel."""

from __future__ import annotations

import functools
import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.template import IsiTemplat, UnitTemplat, write_template

SOFFICE = shutil.which("soffice")
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
SKALA = {"opini-bpk": ("TMP", "TW", "WDP", "WTP"), "akip": ("D", "C", "CC", "B", "BB", "A", "AA")}
AWAL = 8  # first row of data
KEMATIAN, OPINI, INFLASI, DOKUMEN, POLOS = "1.02.01", "opini-bpk-4f3a", "inflasi-00aa11bb", "1.02.07", "polos-1"

BARIS = (
    BarisIndikator(
        kunci=KEMATIAN,
        sel="",
        baris=0,
        uraian="Angka kematian ibu",
        kode="1.02.01",
        nama="Program Upaya Kesehatan",
        jenjang="program",
        induk=("Meningkatnya derajat kesehatan", "Menurunnya kematian ibu"),
        satuan="Kasus",
        polaritas="minimal",
        konsolidasi="jumlah",
        cara_isi="tambahan",
        kode_pk="PK-2026",
        bobot=12.5,
        penanggung_jawab="Kepala Bidang Kesehatan Masyarakat",
        target_tahunan=131.0,
        target_renstra=100.0,
        renstra={2025: 140.0, 2026: 131.0, 2027: 120.5},
        realisasi_lalu=145.0,
        target={1: 30.0, 2: 30.0, 3: 35.0, 4: 36.0},
        realisasi={1: 28.0, 2: 0.0},
        pagu=73945400.0,
        realisasi_anggaran={1: 8416000.0, 2: 1234567.89},
        kendala="Rujukan terlambat:\n- jarak jauh\n- ambulans  rusak",
        solusi="=SUM(A1:A9) bukan rumus",
        rencana_tindak_lanjut="+2 ambulans",
        pic="@Sekretaris",
        batas_waktu="2026-09-30",
        bukti="https://contoh.go.id/bukti?a=1&b=<2>",
    ),
    BarisIndikator(
        kunci=OPINI,
        sel="",
        baris=0,
        uraian="Opini BPK atas laporan keuangan",
        satuan="Opini",
        polaritas="maksimal",
        konsolidasi="nilai_akhir",
        cara_isi="kumulatif",
        skala="opini-bpk",
        target_teks="WTP",
        target={4: "WTP"},
        realisasi={1: "WDP"},
        batas_waktu="akhir triwulan IV",
    ),
    BarisIndikator(
        kunci=INFLASI,
        sel="",
        baris=0,
        uraian="Laju inflasi (y-on-y), m² & °C",
        satuan="%",
        polaritas="stabil",
        konsolidasi="rata_rata",
        cara_isi="kumulatif",
        target_bawah=2.5,
        target_atas=3.5,
        realisasi={1: 0.1 + 0.2, 2: -0.75},
    ),
    BarisIndikator(
        kunci=DOKUMEN,
        sel="",
        baris=0,
        uraian="Total dokumen perencanaan tepat waktu",
        kode="1.02.07",
        jenjang="subkegiatan",
        satuan="Dok",
        polaritas="maksimal",
        konsolidasi="maksimum",
        cara_isi="kumulatif",
        target_tahunan=4.0,
        target={1: 1.0, 2: 2.0, 3: 3.0, 4: 4.0},
        realisasi={1: 1.0, 2: 2.0},
        pagu=0.0,
        kendala="- belum ada",
    ),
    BarisIndikator(
        kunci=POLOS, sel="", baris=0, uraian="-1 hari keterlambatan", target_teks="≥ 80", target_bawah=80.0
    ),
)
LANJUT = {KEMATIAN: "Rencana pengadaan ambulans · PIC Sekretaris · batas 30 Jun 2026"}
DINAS = UnitTemplat("1.02", "Dinas Kesehatan", BARIS, LANJUT)
LAIN = UnitTemplat(
    "1.03",
    "Dinas Lain",
    (
        BarisIndikator(
            kunci="lain-1", sel="", baris=0, uraian="Jumlah usulan", satuan="Usulan", polaritas="maksimal",
            konsolidasi="jumlah", cara_isi="tambahan", target_tahunan=8.0, realisasi={1: 2.0},
        ),
    ),
)  # fmt: skip
BARU = UnitTemplat("1.04", "Badan Baru")


def content(*unit: UnitTemplat, triwulan: int = 3, contoh: bool = False) -> IsiTemplat:
    """What the tests write: TW III of 2026."""
    return IsiTemplat(
        "kab-contoh", "Kabupaten Contoh", 2026, triwulan, unit or (DINAS,), range(2025, 2030), SKALA, contoh
    )


def template(*unit: UnitTemplat, triwulan: int = 3) -> bytes:
    """A written template."""
    return write_template(content(*unit, triwulan=triwulan))


def stated_whole(data: bytes) -> bytes:
    """The template as if a person had typed every value in it: nothing says any more what it was filled with."""
    return reworked(data, lambda buku: buku.remove(buku["_sakip_semula"]))


def edited(data: bytes, ubah: Callable[[Any], object], lembar: int = 1) -> bytes:
    """The workbook after ``ubah(sheet)``; sheet 0 is Petunjuk."""
    return reworked(data, lambda buku: ubah(buku.worksheets[lembar]))


def reworked(data: bytes, ubah: Callable[[Any], object]) -> bytes:
    """The workbook after ``ubah(workbook)``."""
    buku = load_workbook(io.BytesIO(data))
    ubah(buku)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def letters(ws: Any) -> dict[str, str]:
    """``"Realisasi/TW III"`` → its column letter, as the header of a sheet says."""
    grup, hasil = "", {}
    for atas, bawah in zip(ws[6], ws[7], strict=True):
        grup = str(atas.value) if atas.value else grup
        hasil[f"{grup}/{bawah.value}" if bawah.value else grup] = get_column_letter(bawah.column)
    return hasil


@functools.cache
def _places() -> tuple[dict[str, str], dict[str, int]]:
    ws = load_workbook(io.BytesIO(template())).worksheets[1]
    return letters(ws), {ws[f"A{b}"].value: b for b in range(AWAL, ws.max_row + 1)}


def cell(kolom: str, kunci: str = KEMATIAN) -> str:
    """Address of a column in an indicator's row, in an unchanged sheet of ``DINAS``."""
    huruf, baris = _places()
    return f"{huruf[kolom]}{baris[kunci]}"


def typed(kolom: str, nilai: Any, kunci: str = KEMATIAN, **sifat: Any) -> tuple[bytes, str]:
    """A template in which one cell was overwritten, and the cell."""
    alamat = cell(kolom, kunci)

    def tulis(ws: Any) -> None:
        ws[alamat].value = nilai
        for nama, isi in sifat.items():
            setattr(ws[alamat], nama, isi)

    return edited(template(), tulis), alamat


def converted(data: bytes, folder: Path, *jenis: str) -> bytes:
    """The file after LibreOffice opened it and saved it, once for each kind."""
    berkas = folder / "templat.xlsx"
    berkas.write_bytes(data)
    for ke, satu in enumerate(jenis):
        tujuan = folder / f"{ke}"
        perintah = [str(SOFFICE), f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", satu,
                    "--outdir", str(tujuan), str(berkas)]  # fmt: skip
        subprocess.run(perintah, check=True, capture_output=True, timeout=120)
        berkas = tujuan / f"templat.{satu}"
    return berkas.read_bytes()
