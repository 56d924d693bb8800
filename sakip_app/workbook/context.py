"""What the lines around a table say: whose it is and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sakip_app.workbook.grid import Grid
from sakip_app.workbook.header import Kepala
from sakip_app.workbook.words import normal, tidy
from sakip_app.workbook.years import without_ranges, year_above

_TAHUN = re.compile(
    r"\b(?:tahun|ta|t\.a\.?)\b\s*(?:anggaran|berjalan|pelaksanaan)?\s*:?\s*\(?(?:tahun\s*)?(20\d\d)\b"
)
_TAHUN_SAJA = re.compile(r"(?<!\d)(20[1-4]\d)(?!\d)")
_UNIT = re.compile(
    r"^(?:nama\s+)?(?:perangkat daerah|opd|skpd|unit kerja|unit organisasi|satuan kerja|satker|organisasi)"
    r"(?:\s*/\s*\w+)?\s*:\s*(.*)$",
    re.IGNORECASE,
)
_NAMA_UNIT = re.compile(
    r"^(?:badan|dinas|sekretariat|inspektorat|kecamatan|rsud|rumah sakit|satuan polisi|kelurahan|kantor)\b",
    re.IGNORECASE,
)
_INSTANSI = re.compile(r"\b(kabupaten|kota|provinsi)(?!\s*/)\s+((?:[^\W\d_]+\s?){1,5})", re.IGNORECASE)
_BUKAN_NAMA = re.compile(
    r"\b(?:tahun|triwulan|tw|semester|periode|bulan|anggaran|pada|yang|terhadap|sampai|dan|provinsi|kabupaten|kota)\b.*",
    re.IGNORECASE,
)
_RIBUAN = re.compile(
    r"\bribu(?:an)?\b"  # dalam ribuan rupiah
    r"|\(\s*(?:x\s*)?(?:rp\.?\s*)?(?:1[.,]?)?\s?[.,]?000\b"  # (000), (Rp 000), (x Rp1.000)
    r"|x\s*1[.,]?000\b|\brp\.? ?[.,]?000\b"
)
BARIS_KETERANGAN = 6  # rows below the header in which "Perangkat Daerah : …" may still stand


def find_year(grid: Grid, kepala: Kepala, nama: str) -> int | None:
    """Year of the form: from its title, else its header, else the sheet title, else the file name."""
    for teks in (t for _, t in _lines(grid, 1, kepala.awal - 1)):
        m = _TAHUN.search(without_ranges(normal(teks)))
        if m:
            return int(m.group(1))
    lone = year_above(grid, kepala.awal)
    if lone is not None:
        return lone
    for peran in ("target_tahunan", "realisasi_tahun", "pagu"):
        kolom = kepala.satu(peran)
        m = _TAHUN_SAJA.search(kolom.teks) if kolom else None
        if m:
            return int(m.group(1))
    for teks in (grid.lembar, nama):
        m = _TAHUN_SAJA.search(without_ranges(teks))
        if m:
            return int(m.group(1))
    return None


def find_unit(grid: Grid, kepala: Kepala) -> str | None:
    """Name of the OPD or satker: after ``Perangkat Daerah :`` or a title line that begins like one."""
    for (baris, kolom), teks in _lines(grid, 1, kepala.akhir + BARIS_KETERANGAN):
        m = _UNIT.match(teks) or _UNIT.match(f"{teks} {_right_of(grid, baris, kolom)}")
        if m and m.group(1).strip(" :"):
            return m.group(1).strip(" :")
    for _, teks in _lines(grid, 1, kepala.awal - 1):
        if _NAMA_UNIT.match(teks):
            return _without_year(teks)
    return None


def other_owner(grid: Grid, baris: tuple[int, int], unit: str | None, tahun: int | None) -> tuple[str, str] | None:
    """What the lines over a further table name instead of the sheet's own unit or year; ``None`` where nothing else.

    Returns:
        What they name, and what the sheet's title names.
    """
    for _, teks in _lines(grid, *baris):
        m = _UNIT.match(teks)
        nama = m.group(1).strip(" :") if m else _without_year(teks) if _NAMA_UNIT.match(teks) else ""
        if nama and unit and normal(nama) != normal(unit):
            return nama, unit
        th = _TAHUN.search(without_ranges(normal(teks)))
        if th and tahun is not None and int(th.group(1)) != tahun:
            return f"tahun {th.group(1)}", f"tahun {tahun}"
    return None


def find_body(grid: Grid, kepala: Kepala) -> str | None:
    """Name of the region, as ``Kabupaten Deli Serdang``."""
    for _, teks in _lines(grid, 1, kepala.awal - 1):
        m = _INSTANSI.search(teks)
        if m is None:
            continue
        nama = _BUKAN_NAMA.sub("", m.group(2)).strip()
        if nama:
            lengkap = f"{m.group(1)} {nama}"
            return _title(lengkap) if lengkap.isupper() or lengkap.islower() else lengkap
    return None


def money_unit(grid: Grid, kepala: Kepala) -> tuple[str, int]:
    """In what the sheet states its money: ``("ribuan rupiah", 1000)``; ``("", 1)`` when in rupiah."""
    teks = [t for _, t in _lines(grid, 1, kepala.akhir)]
    for satu in (normal(t) for t in teks):
        if "rp" not in satu and "rupiah" not in satu and "dalam" not in satu:
            continue
        if re.search(r"juta(?:an)?\b|000[.,]000", satu):
            return "jutaan rupiah", 1_000_000
        if _RIBUAN.search(satu):
            return "ribuan rupiah", 1_000
        if re.search(r"\bmil[iy]ar(?:an)?\b", satu):
            return "miliaran rupiah", 1_000_000_000
    return "", 1


def _lines(grid: Grid, awal: int, akhir: int) -> Iterator[tuple[tuple[int, int], str]]:
    for baris in range(awal, akhir + 1):
        for kolom, satu in sorted(grid.per_baris.get(baris, {}).items(), key=lambda s: s[0]):
            if isinstance(satu.nilai, str):
                yield (baris, kolom), tidy(satu.nilai)


def _right_of(grid: Grid, baris: int, kolom: int) -> str:
    """The next filled cells in the row: ``Perangkat Daerah | : | Dinas Kesehatan``."""
    lanjut = [grid.teks(baris, k) for k in range(kolom + 1, kolom + 13) if grid.nilai(baris, k) is not None][:2]
    return " ".join(lanjut) if lanjut and lanjut[0].startswith(":") else ""


def _without_year(teks: str) -> str:
    return re.sub(r"\s*\b(?:tahun|triwulan)\b.*$", "", teks, flags=re.IGNORECASE).strip() or teks


def _title(teks: str) -> str:
    return re.sub(r"\b(?:Dki|Diy|Di)\b", lambda m: m.group().upper(), teks.title())
