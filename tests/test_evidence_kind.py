"""Evidence is what its bytes are, whatever it is called."""

from __future__ import annotations

import io
import zipfile

import pytest

from sakip_app.evidence_kind import JPEG, PDF, PNG, WEBP, XLSX, kind_of
from sakip_app.store.evidence import BATAS_BUKTI
from sakip_app.workbook.result import BerkasDitolakError
from tests.workbook.forms import build


def archive(*names: str) -> bytes:
    """A zip with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        for name in names:
            zipped.writestr(name, "isi")
    return file.getvalue()


@pytest.mark.parametrize(
    ("isi", "kind"),
    [
        (b"%PDF-1.7\n", PDF),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", PNG),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", JPEG),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", WEBP),
    ],
)
def test_told_by_its_first_bytes(isi, kind):
    assert kind_of(isi, "virus.exe") is kind


def test_a_workbook():
    assert kind_of(build().data, "data dukung.pdf") is XLSX


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (b"", "berkas-kosong"),
        (b"MZ\x90\x00", "bukti-bentuk-asing"),
        (b"<html><script>alert(1)</script>", "bukti-bentuk-asing"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukti-bentuk-asing"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "bukti-bentuk-asing"),
        (b" %PDF-1.7", "bukti-bentuk-asing"),
        (archive("foto.jpg"), "bukti-bentuk-asing"),
        (archive("[Content_Types].xml", "word/document.xml"), "bukti-bentuk-asing"),
        (archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "bukti-bermakro"),
        (b"x" * (BATAS_BUKTI + 1), "terlalu-besar"),
        (build().data[:-200], "bukti-bentuk-asing"),
    ],
)
def test_what_is_no_evidence(isi, kode):
    with pytest.raises(BerkasDitolakError) as refused:
        kind_of(isi, "laporan.pdf")
    assert refused.value.kode == kode
    assert refused.value.saran
