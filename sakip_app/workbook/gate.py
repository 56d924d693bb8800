"""One gate before any parsing: what are these bytes, and is it safe to unpack them?

Nothing here trusts a name, an extension or a declared size. What passes is handed on as the few parts of
the zip that hold cells (``package.py``); what does not raises one Indonesian sentence.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.result import BerkasDitolakError

BATAS_BERKAS = 5 * 1024 * 1024
BATAS_ENTRI = 1_000  # a hundred sheets, each with relations, comments, drawings and printer settings
BATAS_TOTAL = 96 * 1024 * 1024  # a table of 50,000 rows unpacks to some 40 MB
BATAS_SATU = 64 * 1024 * 1024
BATAS_RASIO = 100
RASIO_MULAI = 1024 * 1024  # small parts compress well without harm

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BUKAN_EXCEL = (
    (b"%PDF", "PDF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7-Zip"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"BZh", "arsip bzip2"),
    (b"\xfd7zXZ", "arsip xz"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"GIF8", "gambar GIF"),
    (b"MZ", "program Windows"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3", "basis data SQLite"),
    (b"{\\rtf", "dokumen RTF"),
)
# BIFF2 to BIFF5 without the OLE envelope: the record BOF with its four version bytes
_BIFF_POLOS = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)
_BAGIAN_ODF = b"mimetypeapplication/vnd.oasis.opendocument"
_AKHIR_ZIP = b"PK\x05\x06"  # the end-of-directory record; without it the tail of the file is missing
GALAT_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)


class Arsip:
    """An inspected zip: parts by their normalised name, each read at most up to its declared size."""

    def __init__(self, data: bytes) -> None:
        """Check the zip directory of ``data``.

        Raises:
            BerkasDitolakError: when the directory is broken or of a shape that Excel never writes.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            daftar = self._zip.infolist()
        except GALAT_ZIP as galat:
            if len(data) - data.rfind(_AKHIR_ZIP) < 22 or _AKHIR_ZIP not in data:  # 22: its shortest length
                raise tolak("berkas-terpotong") from galat
            raise tolak("berkas-rusak", rincian="daftar isi zip tidak terbaca") from galat
        self._bagian = _inspect(daftar)

    def __contains__(self, nama: str) -> bool:
        return nama.casefold() in self._bagian

    @property
    def nama(self) -> tuple[str, ...]:
        """Normalised, casefolded names of all parts."""
        return tuple(self._bagian)

    def read(self, nama: str) -> bytes:
        """Unpack one part.

        Raises:
            BerkasDitolakError: when the part is missing, its size or checksum is forged, or it is cut off.
        """
        info = self._bagian.get(nama.casefold())
        if info is None:
            raise tolak("berkas-rusak", rincian=f"bagian {nama} tidak ada")
        try:
            isi = self._zip.read(info)
        except GALAT_ZIP as galat:
            raise tolak("berkas-rusak", rincian=f"bagian {nama} tidak dapat dibuka") from galat
        if len(isi) != info.file_size:
            raise tolak("berkas-rusak", rincian=f"ukuran bagian {nama} tidak sesuai")
        return isi


def open_archive(data: bytes, nama: str, *, batas: int = BATAS_BERKAS) -> Arsip:
    """Sniff the bytes and open the zip inside; the only way into the reader.

    Args:
        data: the whole file.
        nama: its name as the sender gave it; only used to recognise a ``~$`` lock file.
        batas: the largest file that is taken, in bytes.

    Returns:
        The inspected archive, which holds an Open XML spreadsheet.

    Raises:
        BerkasDitolakError: with one of the codes of ``findings.PENOLAKAN``.
    """
    if not data.strip(b"\x00"):
        raise tolak("berkas-kosong")
    dasar = re.split(r"[\\/]", nama)[-1]
    if dasar.startswith("~$") and not data.startswith(b"PK"):
        raise tolak("berkas-kunci")
    check_size(data, batas=batas)
    if not data.startswith(b"PK"):
        raise _not_a_zip(data)
    arsip = Arsip(data)
    _require_spreadsheet(arsip, data)
    return arsip


def check_size(data: bytes, *, batas: int = BATAS_BERKAS) -> None:
    """Refuse a file beyond the limit.

    Raises:
        BerkasDitolakError: ``terlalu-besar``.
    """
    if len(data) > batas:
        raise tolak("terlalu-besar", ukuran=_megabytes(len(data)), batas=_megabytes(batas))


def is_old_xls(data: bytes) -> bool:
    """Whether the bytes may be a legacy workbook (Excel 2 to 2003); one that was cut off is none any more."""
    if data.startswith(_BIFF_POLOS):
        return True
    return data.startswith(_OLE) and _ole(data).kode == "format-xls-lama"


def _megabytes(ukuran: int) -> str:
    return f"{ukuran / 1024 / 1024:.1f}".replace(".", ",").removesuffix(",0")


def _not_a_zip(data: bytes) -> BerkasDitolakError:
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(_BIFF_POLOS):
        return tolak("format-xls-lama")
    for tanda, jenis in _BUKAN_EXCEL:
        if data.startswith(tanda):
            return tolak("bukan-excel", jenis=jenis)
    return _text(data)


def _ole(data: bytes) -> BerkasDitolakError:
    """An OLE2 envelope holds an encrypted xlsx, an old workbook, or another Office document."""

    def has(nama: str) -> bool:
        return nama.encode("utf-16-le") in data

    if has("EncryptedPackage") or has("EncryptionInfo"):
        return tolak("berkata-sandi")
    if has("WordDocument"):
        return tolak("bukan-excel", jenis="dokumen Word lama (.doc)")
    if has("PowerPoint Document"):
        return tolak("bukan-excel", jenis="presentasi PowerPoint lama (.ppt)")
    return tolak("format-xls-lama")


def _text(data: bytes) -> BerkasDitolakError:
    awal = data[:65_536]
    if awal.startswith((b"\xff\xfe", b"\xfe\xff")):
        teks = awal.decode("utf-16", errors="replace")
    else:
        teks = awal.decode("utf-8-sig", errors="replace")
    polos = teks.lstrip().casefold()
    if "<html" in polos or "<table" in polos or polos.startswith("<!doctype html"):
        return tolak("html-bukan-xlsx")
    if polos.startswith("mime-version:"):
        return tolak("html-bukan-xlsx")
    if polos.startswith("<"):
        return tolak("xml-bukan-xlsx")
    aneh = sum(1 for huruf in teks if huruf == "\ufffd" or (ord(huruf) < 32 and huruf not in "\t\r\n\f"))
    if aneh > len(teks) // 50:
        return tolak("bukan-excel", jenis="data biner yang tidak dikenal")
    if polos.startswith("id;p"):
        return tolak("bukan-excel", jenis="SYLK (.slk)")
    return tolak("csv-bukan-xlsx")


def _inspect(daftar: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    if len(daftar) > BATAS_ENTRI:
        raise tolak("zip-berbahaya", rincian=f"{len(daftar)} bagian di dalamnya, batasnya {BATAS_ENTRI}")
    if sum(info.file_size for info in daftar) > BATAS_TOTAL:
        raise tolak("zip-berbahaya", rincian=f"isinya mengembang melebihi {_megabytes(BATAS_TOTAL)} MB")
    bagian: dict[str, zipfile.ZipInfo] = {}
    for info in daftar:
        nama = normal_name(info.filename)
        if not nama or info.is_dir():  # a name may be empty, which is_dir() does not expect
            continue
        _inspect_one(info, nama)
        if nama in bagian:
            raise tolak("zip-berbahaya", rincian=f"bagian {nama} ada dua kali")
        bagian[nama] = info
    return bagian


def _inspect_one(info: zipfile.ZipInfo, nama: str) -> None:
    if info.flag_bits & 0x1:
        raise tolak("berkata-sandi")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise tolak("zip-berbahaya", rincian="cara pemampatannya bukan yang dipakai Excel")
    if info.file_size > BATAS_SATU:
        raise tolak("zip-berbahaya", rincian=f"bagian {nama} mengembang melebihi {_megabytes(BATAS_SATU)} MB")
    if info.file_size > RASIO_MULAI and info.file_size > BATAS_RASIO * max(info.compress_size, 1):
        raise tolak("zip-berbahaya", rincian=f"bagian {nama} mengembang lebih dari {BATAS_RASIO} kali")
    if nama.endswith((".zip", ".rar", ".7z", ".gz")):
        raise tolak("zip-berbahaya", rincian=f"ada arsip lain di dalamnya ({nama})")


def normal_name(nama: str) -> str:
    """Name of a part as it is compared: forward slashes, no leading slash, any case (OPC names are caseless)."""
    return nama.replace("\\", "/").lstrip("/").casefold()


def _require_spreadsheet(arsip: Arsip, data: bytes) -> None:
    nama = arsip.nama
    if _BAGIAN_ODF in data[:200] or "content.xml" in nama:
        raise tolak("format-ods")
    if any(n.startswith("word/") for n in nama):
        raise tolak("bukan-excel", jenis="dokumen Word (.docx)")
    if any(n.startswith("ppt/") for n in nama):
        raise tolak("bukan-excel", jenis="presentasi PowerPoint (.pptx)")
    if "xl/workbook.bin" in nama:
        raise tolak("format-xlsb")
    if "encryptedpackage" in nama:
        raise tolak("berkata-sandi")
    if "[content_types].xml" not in nama:
        if not nama:
            raise tolak("bukan-excel", jenis="arsip zip kosong")
        raise tolak("bukan-excel", jenis="arsip zip biasa")
