"""The first sheet: how to fill the template, with one small worked example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Side

from sakip_app.workbook.templat.gaya import (
    BIDANG,
    GARIS,
    NILA_MUDA,
    REDUP,
    SAMAR,
    TEKS_BAHAYA,
    TINT_BAHAYA,
    TINTA,
    fill,
    font,
    set_print,
)
from sakip_app.workbook.templat.kolom import ROMAWI
from sakip_app.workbook.templat.lembar_unit import DATA_REKAAN
from sakip_app.workbook.templat.sel import put

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip_app.workbook.template import IsiTemplat

LEMBAR_PETUNJUK = "Petunjuk"
_LANGKAH = (
    "Buka lembar unit Anda. Isi kolom triwulan {tw} yang berkepala nila; triwulan sebelumnya boleh dibetulkan.",
    "Tulis angka saja, dengan koma untuk desimal: 12,5. Satuan sudah ada di kolomnya sendiri.",
    "Kosong bukan nol. Biarkan kosong bila datanya belum ada; tulis 0 hanya bila hasilnya memang nol. "
    "Sel yang dikosongkan tidak menghapus angka yang sudah tersimpan.",
    "Persen ditulis 85, bukan 0,85.",
    "Uang ditulis dalam rupiah penuh.",
    "Indikator yang berskala kata (misalnya opini BPK) diisi dengan memilih katanya.",
    "Isi kendala, solusi, dan tindak lanjut triwulan ini: rencananya, siapa, dan batas waktunya. "
    "Bukti dukung berupa tautan atau nama berkas.",
)
_TAHUN_PERTAMA = (
    "Unit yang belum punya indikator menulisnya di baris kosong: indikator, satuan, polaritas, konsolidasi, "
    "dan target."
)
_JANJI = (
    "Isi lembar Tindak lanjut: keadaan tiap keputusan rapat, perkembangannya, dan buktinya. Yang dibiarkan kosong "
    "tidak mengubah apa pun."
)
_KATA = (
    ("polaritas", "maksimal", "Makin tinggi makin baik, misalnya indeks kepuasan masyarakat."),
    ("", "minimal", "Makin rendah makin baik, misalnya angka kematian ibu."),
    ("", "stabil", "Paling baik bila tepat pada target, misalnya inflasi."),
    ("konsolidasi", "jumlah", "Angka tahun adalah jumlah triwulan; tiap triwulan diisi tambahannya saja."),
    ("", "rata-rata", "Angka tahun adalah rata-rata triwulan; tiap triwulan diisi angkanya sendiri."),
    ("", "nilai akhir", "Angka tahun adalah angka terakhir; tiap triwulan diisi posisi pada akhir triwulan."),
    ("", "maksimum", "Angka tahun adalah angka tertinggi."),
    (
        "cara isi",
        "kumulatif",
        "Realisasi (atau anggaran) baris itu diisi angka sejak Januari sampai akhir triwulan.",
    ),
)
_CONTOH = (
    ("Contoh", "konsolidasi", "TW I", "TW II", "TW III", "dibaca sampai TW III"),
    ("Dokumen selesai 10, lalu 15, lalu 8 lagi", "jumlah", 10, 15, 8, "33 dokumen"),
    ("Cakupan pada akhir triwulan 60, 72, 81 persen", "nilai akhir", 60, 72, 81, "81 persen"),
    ("Belum ada data pada TW II", "jumlah", 4, None, 3, "7, dan TW II ditandai belum lapor"),
    ("Benar-benar tidak ada pada TW II", "jumlah", 4, 0, 3, "7"),
)
_JANGAN = (
    "Jangan menghapus kolom atau mengganti kepala kolom, juga yang tersembunyi.",
    "Jangan mengurutkan sebagian kolom saja; baris yang tercampur akan ditolak.",
    "Simpan sebagai .xlsx.",
)


def write_guide(ws: Worksheet, isi: IsiTemplat) -> None:
    """Fill the sheet of instructions."""
    for huruf, lebar in zip("ABCDEFG", (3, 56, 17, 11, 11, 11, 42), strict=True):
        ws.column_dimensions[huruf].width = lebar
    ws.sheet_view.showGridLines = False
    put(ws["B2"], f"Petunjuk pengisian, triwulan {ROMAWI[isi.triwulan - 1]} tahun {isi.tahun}")
    ws["B2"].font = font(16, tebal=True)
    ws.row_dimensions[2].height = 27
    put(ws["B3"], isi.instansi)
    ws["B3"].font = font(warna=SAMAR)
    if isi.contoh:
        _line(ws, 4, DATA_REKAAN, tebal=True)
        ws["B4"].font, ws["B4"].fill = font(tebal=True, warna=TEKS_BAHAYA), fill(TINT_BAHAYA)
    baris = _heading(ws, 6, "Warna sel")
    warna_sel = ((NILA_MUDA, "Dapat diisi"), (BIDANG, "Terkunci: sudah ditetapkan, atau triwulannya belum tiba"))
    for warna, teks in warna_sel:
        ws.cell(baris, 2, teks).fill = fill(warna)
        ws.cell(baris, 2).font = font()
        ws.cell(baris, 2).border = Border(bottom=Side(style="thin", color=GARIS))
        ws.cell(baris, 2).alignment = Alignment(wrap_text=True, vertical="top")
        ws.row_dimensions[baris].height = 16
        baris += 1
    baris = _heading(ws, baris + 1, "Cara mengisi")
    baru = (_TAHUN_PERTAMA,) if any(not u.baris for u in isi.unit) else ()
    janji = (_JANJI,) if any(u.janji for u in isi.unit) else ()
    for nomor, satu in enumerate((*_LANGKAH, *janji, *baru), 1):
        _line(ws, baris, f"{nomor}.  {satu.format(tw=ROMAWI[isi.triwulan - 1])}")
        baris += 1
    baris = _example(ws, _heading(ws, baris + 1, "Contoh: tambahan, posisi, kosong, dan nol"))
    baris = _heading(ws, baris + 1, "Arti kata")
    for judul, kata, arti in _KATA:
        for kolom, teks in ((2, judul.capitalize()), (3, kata), (4, arti)):
            ws.cell(baris, kolom, teks or None).font = font(tebal=kolom == 3, warna=REDUP if kolom == 2 else TINTA)
        ws.row_dimensions[baris].height = 16
        baris += 1
    baris = _heading(ws, baris + 1, "Agar dapat dibaca kembali")
    for satu in _JANGAN:
        _line(ws, baris, satu)
        baris += 1
    baris = _heading(ws, baris + 1, "Ke mana dikirim")
    _line(
        ws,
        baris,
        "Unggah berkas ini di layar Unggah SAKIP triwulanan, atau kirim kepada pengelola SAKIP "
        f"{isi.instansi}. Sebelum disimpan, semua yang terbaca ditampilkan lebih dulu.",
    )
    ws.protection.sheet = True
    ws.print_area = f"A1:G{baris}"
    set_print(ws, 1, 1, isi.instansi)


def _heading(ws: Worksheet, baris: int, teks: str) -> int:
    """A section: its title over an ink rule; returns the row below."""
    ws.cell(baris, 2, teks).font = font(12, tebal=True)
    for kolom in range(2, 8):
        ws.cell(baris, kolom).border = Border(top=Side(style="medium", color=TINTA))
    ws.row_dimensions[baris].height = 22
    ws.cell(baris, 2).alignment = Alignment(vertical="center")
    return baris + 1


def _line(ws: Worksheet, baris: int, teks: str, *, tebal: bool = False) -> None:
    """A sentence over the width of the sheet, in as many lines as it needs."""
    sel = ws.cell(baris, 2)
    put(sel, teks)
    sel.font = font(tebal=tebal)
    ws.merge_cells(start_row=baris, start_column=2, end_row=baris, end_column=7)
    sel.alignment = Alignment(wrap_text=True, vertical="top")
    ws.row_dimensions[baris].height = 16 * (1 + len(teks) // 165)


def _example(ws: Worksheet, baris: int) -> int:
    for nomor, isi in enumerate(_CONTOH):
        for kolom, nilai in enumerate(isi, 2):
            sel = ws.cell(baris, kolom)
            put(sel, nilai)
            angka = kolom in (4, 5, 6)
            sel.font = font(9, tebal=True, warna=REDUP) if nomor == 0 else font()
            sel.alignment = Alignment(
                horizontal="right" if angka else "left", indent=int(kolom == 7), vertical="top"
            )
            sel.border = Border(bottom=Side(style="thin", color=TINTA if nomor == 0 else GARIS))
            if angka and nomor:
                sel.fill = fill(NILA_MUDA)
        ws.row_dimensions[baris].height = 16
        baris += 1
    return baris
