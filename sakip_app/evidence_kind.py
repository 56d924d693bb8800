"""What a piece of evidence is, told by its bytes; what its name says proves nothing."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from sakip_app.store.evidence import BATAS_BUKTI
from sakip_app.workbook.gate import open_archive
from sakip_app.workbook.result import BerkasDitolakError


class JenisBukti(NamedTuple):
    """A kind of evidence file: ``bentuk`` as the store keeps it, how it is served, the endings it may have."""

    bentuk: str
    mime: str
    akhiran: tuple[str, ...]


PDF = JenisBukti("pdf", "application/pdf", (".pdf",))
PNG = JenisBukti("gambar", "image/png", (".png",))
JPEG = JenisBukti("gambar", "image/jpeg", (".jpg", ".jpeg"))
WEBP = JenisBukti("gambar", "image/webp", (".webp",))
XLSX = JenisBukti("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",))
SEMUA = (PDF, PNG, JPEG, WEBP, XLSX)
_SARAN = "Simpan sebagai PDF, gambar (PNG, JPEG, WEBP), atau buku kerja .xlsx, lalu pilih lagi."


def kind_of(isi: bytes, nama: str) -> JenisBukti:
    """Look at the bytes; a workbook goes through the same gate as one that is read.

    Args:
        isi: the whole file.
        nama: its name as the sender gave it; only used to recognise a lock file of Excel.

    Raises:
        BerkasDitolakError: with an Indonesian sentence, when it is of no kind that is kept as evidence
            (``bukti-bentuk-asing``), too large (``terlalu-besar``), empty (``berkas-kosong``) or carries macros
            (``bukti-bermakro``), which would be handed on to whoever opens it.

    Examples:
        >>> kind_of(b"%PDF-1.7", "foto.png").bentuk
        'pdf'
    """
    if isi.startswith(b"%PDF-"):
        return PDF
    if isi.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if isi.startswith(b"\xff\xd8\xff"):
        return JPEG
    if isi[:4] == b"RIFF" and isi[8:12] == b"WEBP":
        return WEBP
    try:
        archive = open_archive(isi, nama, batas=BATAS_BUKTI)
    except BerkasDitolakError as refusal:
        if refusal.kode in ("berkas-kosong", "terlalu-besar"):
            raise
        raise BerkasDitolakError(
            "bukti-bentuk-asing", "Isi berkas ini bukan PDF, gambar, atau buku kerja .xlsx yang utuh.", _SARAN
        ) from refusal
    if any(part.endswith("vbaproject.bin") for part in archive.nama):
        raise BerkasDitolakError(
            "bukti-bermakro", "Buku kerja ini memuat makro.", "Simpan sebagai .xlsx tanpa makro, lalu pilih lagi."
        )
    return XLSX


def true_name(nama: str, jenis: JenisBukti) -> str:
    """The name with an ending that tells the truth about the bytes.

    Examples:
        >>> true_name("foto.JPG", JPEG), true_name("laporan.pdf", PNG), true_name("foto", PNG)
        ('foto.JPG', 'laporan.pdf.png', 'foto.png')
    """
    return nama if PurePath(nama).suffix.casefold() in jenis.akhiran else f"{nama}{jenis.akhiran[0]}"


def mime_of(nama: str, bentuk: str) -> str:
    """How a kept file is served: by its ``bentuk``, among pictures by the ending ``true_name`` gave it.

    Examples:
        >>> mime_of("foto.JPG", "gambar"), mime_of("x", "lain")
        ('image/jpeg', 'application/octet-stream')
    """
    of_kind = [jenis for jenis in SEMUA if jenis.bentuk == bentuk]
    ending = PurePath(nama).suffix.casefold()
    told = [jenis for jenis in of_kind if ending in jenis.akhiran] or of_kind
    return told[0].mime if told else "application/octet-stream"
