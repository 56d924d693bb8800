"""Forms built for tests: E.81 in the shapes that regions give it, and the results of formulas put in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter


@dataclass
class Baris:
    """One row of a form; ``k`` and ``rp`` are the four quarters."""

    nama: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: Any = None
    pagu: Any = None
    k: tuple[Any, ...] = (None, None, None, None)
    rp: tuple[Any, ...] = (None, None, None, None)
    tahun: Any = None
    renstra: Any = None
    lalu: Any = None
    capaian: Any = None
    kode: tuple[Any, ...] = ()


CONTOH = (
    Baris("Program Penunjang Urusan", "Nilai AKIP", "Nilai", 80, 900, (10, 20, 20, 30), (100, 200, 300, 200), 80),
    Baris(None, "Indeks Kepuasan Masyarakat", "Indeks", 85.5, None, (20, 20, 20, 25.5), (None,) * 4, 85.5),
    Baris(
        "Kegiatan Perencanaan",
        "Persentase dokumen tepat waktu",
        "%",
        100,
        500,
        (25, 25, 25, 25),
        (50, 50, 50, 50),
        100,
    ),
    Baris(
        "Sub Kegiatan Penyusunan Renja", "Jumlah Dokumen Renja", "Dok", 4, 300, (1, 1, 1, 1), (10, 20, 30, 40), 4
    ),
    Baris("Sub Kegiatan Evaluasi", "Jumlah Laporan Evaluasi", "Lap", 4, 200, (1, 0, None, 3), (5, 5, None, 5), 4),
    Baris("Program Perencanaan", "Angka temuan berulang", "Temuan", 2, 700, (0, 1, 0, 0), (0, 0, 0, 70), 1),
)


@dataclass
class Bentuk:
    """How a region lays out its E.81."""

    judul: tuple[str, ...] = ("EVALUASI TERHADAP HASIL RENJA", "KABUPATEN CONTOH", "TAHUN 2025")
    unit: str | None = "Perangkat Daerah : Dinas Contoh"
    baris_kosong: int = 1
    persen: bool = True
    rp: str = "Rp."
    k: str = "K"
    triwulan: tuple[str, ...] = ("I", "II", "III", "IV")
    penomoran: str | None = "atas"  # "atas" (above K/Rp), "bawah", None
    gabung: bool = True
    renstra: bool = True
    kode: int = 0  # narrow code columns
    urutan: tuple[str, ...] = (
        "no",
        "kode",
        "nama",
        "indikator",
        "satuan",
        "renstra",
        "lalu",
        "tahunan",
        "tw",
        "tahun",
        "capaian",
        "pd",
    )
    grup_renstra: str = "Target Renstra Perangkat Daerah pada Tahun 2029 (Akhir Periode Renstra)"
    grup_lalu: str = "Realisasi Capaian Kinerja Renstra Perangkat Daerah sampai dengan Renja Tahun Lalu (n-2)"
    grup_tahunan: str = (
        "Target Kinerja dan Anggaran Renja Perangkat Daerah Tahun Berjalan (Tahun 2025) yang dievaluasi"
    )
    grup_tw: str = "Realisasi Kinerja Pada Triwulan"
    grup_tahun: str = "Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi"
    grup_capaian: str = "Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%)"
    nama: str = "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan"
    indikator: str = "Indikator Kinerja Program (Outcome)/Kegiatan (Output)"
    jumlah_dinyatakan: bool = True
    lembar: str = "E81"
    isi: Mapping[str, Any] = field(default_factory=dict)


def _columns(b: Bentuk) -> list[tuple[str, str, str, str]]:
    """(field, group, quarter, sub-label) of each column from left to right."""
    hasil: list[tuple[str, str, str, str]] = []
    for bagian in b.urutan:
        if bagian == "no":
            hasil.append(("no", "No", "", ""))
        elif bagian == "kode":
            hasil += [(f"kode{i}", "Kode Rekening", "", "") for i in range(b.kode)]
        elif bagian in ("nama", "indikator"):
            hasil.append((bagian, getattr(b, bagian), "", ""))
        elif bagian == "satuan":
            hasil.append(("satuan", "Satuan", "", ""))
        elif bagian == "renstra" and b.renstra:
            hasil += [("renstra", b.grup_renstra, "", b.k), ("renstra_rp", b.grup_renstra, "", b.rp)]
        elif bagian == "lalu" and b.renstra:
            hasil += [("lalu", b.grup_lalu, "", b.k), ("lalu_rp", b.grup_lalu, "", b.rp)]
        elif bagian == "tahunan":
            hasil += [("target", b.grup_tahunan, "", b.k), ("pagu", b.grup_tahunan, "", b.rp)]
        elif bagian == "tw":
            for i, tw in enumerate(b.triwulan):
                hasil.append((f"k{i}", b.grup_tw, tw, b.k))
                if b.persen:
                    hasil.append((f"p{i}", b.grup_tw, tw, "%"))
                hasil.append((f"rp{i}", b.grup_tw, tw, b.rp))
        elif bagian == "tahun":
            hasil += [("tahun", b.grup_tahun, "", b.k), ("tahun_rp", b.grup_tahun, "", b.rp)]
        elif bagian == "capaian":
            hasil += [("capaian", b.grup_capaian, "", b.k), ("capaian_rp", b.grup_capaian, "", b.rp)]
        elif bagian == "pd":
            hasil.append(("pd", "Perangkat Daerah Penanggung Jawab", "", ""))
    return hasil


@dataclass
class Form:
    """A built form: its bytes and where each field stands."""

    data: bytes
    kolom: dict[str, str]  # field → column letter
    awal: int  # first row of the header
    akhir: int  # last row of the header
    pertama: int  # first row of data


def build(
    bentuk: Bentuk | None = None,
    baris: tuple[Baris, ...] = CONTOH,
    ubah: Callable[[Any, Form], None] | None = None,
) -> Form:
    """Write an E.81 of the given shape; ``ubah(ws, form)`` may change the sheet before it is saved."""
    b = bentuk or Bentuk()
    wb = Workbook()
    ws = wb.active
    ws.title = b.lembar
    r = 1
    for judul in b.judul:
        ws.cell(r, 1, judul)
        r += 1
    r += b.baris_kosong
    kolom = _columns(b)
    tingkat = ["grup", "tw"] + (
        ["nomor", "sub"] if b.penomoran == "atas" else ["sub", "nomor"] if b.penomoran else ["sub"]
    )
    letak = {nama: r + i for i, nama in enumerate(tingkat)}
    akhir = r + len(tingkat) - 1
    _write_header(ws, b, kolom, letak, akhir)
    form = Form(b"", {k[0]: get_column_letter(i) for i, k in enumerate(kolom, 1)}, r, akhir, 0)
    mulai = akhir + 1
    if b.unit:
        ws.cell(mulai, 1, b.unit)
        mulai += 1
    form.pertama = mulai
    for i, satu in enumerate(baris):
        _write_row(ws, form.kolom, mulai + i, satu, i + 1)
    if ubah:
        ubah(ws, form)
    wadah = io.BytesIO()
    wb.save(wadah)
    form.data = wadah.getvalue()
    return form


def _write_header(
    ws: Any, b: Bentuk, kolom: list[tuple[str, str, str, str]], letak: dict[str, int], akhir: int
) -> None:
    nomor = 0
    nomor_tw: list[int] = []
    grup_lama: tuple[str, str] = ("", "")
    for i, (bidang, grup, tw, sub) in enumerate(kolom, 1):
        baru = grup != grup_lama[0]
        if baru:
            ws.cell(letak["grup"], i, grup)
        if tw and (grup, tw) != grup_lama:
            ws.cell(letak["tw"], i, tw)
        if sub:
            ws.cell(letak["sub"], i, sub)
        if b.penomoran and (baru or (tw and (grup, tw) != grup_lama)):
            nomor += 1
            teks: Any = nomor
            if bidang.startswith("k") and tw:
                nomor_tw.append(nomor)
            if bidang == "tahun" and b.jumlah_dinyatakan:
                teks = f"{nomor} = " + " + ".join(map(str, nomor_tw))
            ws.cell(letak["nomor"], i, teks)
        grup_lama = (grup, tw)
    if not b.gabung:
        return
    for i, (_, grup, tw, sub) in enumerate(kolom, 1):
        if not sub and not tw and (i == 1 or kolom[i - 2][1] != grup):
            lebar = sum(1 for k in kolom if k[1] == grup)
            ws.merge_cells(start_row=letak["grup"], start_column=i, end_row=letak["tw"], end_column=i + lebar - 1)
    mulai = 1
    for i in range(2, len(kolom) + 2):
        if i > len(kolom) or kolom[i - 1][1] != kolom[mulai - 1][1]:
            if kolom[mulai - 1][3] and i - mulai > 1:
                bawah = letak["grup"] if kolom[mulai - 1][2] else letak["tw"]
                ws.merge_cells(start_row=letak["grup"], start_column=mulai, end_row=bawah, end_column=i - 1)
            mulai = i


def _write_row(ws: Any, kolom: dict[str, str], r: int, satu: Baris, nomor: int) -> None:
    isi: dict[str, Any] = {
        "no": nomor, "nama": satu.nama, "indikator": satu.indikator, "satuan": satu.satuan, "target": satu.target,
        "pagu": satu.pagu, "tahun": satu.tahun, "renstra": satu.renstra, "lalu": satu.lalu, "capaian": satu.capaian,
    }  # fmt: skip
    isi |= {f"k{i}": n for i, n in enumerate(satu.k)} | {f"rp{i}": n for i, n in enumerate(satu.rp)}
    isi |= {f"kode{i}": n for i, n in enumerate(satu.kode)}
    for bidang, nilai in isi.items():
        if bidang in kolom and nilai is not None:
            ws[f"{kolom[bidang]}{r}"] = nilai


def with_cached(data: bytes, hasil: Mapping[str, float | str], lembar: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The workbook with results put beside its formulas, as Excel stores them; openpyxl never writes any."""

    def ubah(xml: bytes) -> bytes:
        teks = xml.decode()
        for sel, nilai in hasil.items():
            jenis = ' t="e"' if isinstance(nilai, str) else ""
            pola = rf'<c r="{sel}"([^>]*)><f>(.*?)</f><v\s*/?>(?:</v>)?</c>'
            teks, n = re.subn(pola, rf'<c r="{sel}"\1{jenis}><f>\2</f><v>{nilai}</v></c>', teks)
            assert n == 1, sel
        return teks.encode()

    return rewrite(data, {lembar: ubah})


def rewrite(
    data: bytes,
    ubah: Mapping[str, Callable[[bytes], bytes]],
    tambah: Mapping[str, bytes] | None = None,
    buang: tuple[str, ...] = (),
) -> bytes:
    """The zip with some parts changed, others added or left out."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            if nama in buang:
                continue
            isi = lama.read(nama)
            baru.writestr(nama, ubah[nama](isi) if nama in ubah else isi)
        for nama, isi in (tambah or {}).items():
            baru.writestr(nama, isi)
    return wadah.getvalue()


TEBAL = Font(bold=True)


def fill(warna: str) -> PatternFill:
    """A solid fill."""
    return PatternFill("solid", fgColor=warna)


__all__ = [
    "CONTOH",
    "TEBAL",
    "Baris",
    "Bentuk",
    "Form",
    "build",
    "fill",
    "load_workbook",
    "rewrite",
    "with_cached",
]
