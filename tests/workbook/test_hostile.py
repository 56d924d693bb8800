"""Every hostile file ends in one sentence, or is read where it is harmless; soon, and within little memory."""

import time

import pytest

from sakip_app.workbook import BerkasDitolakError, read_workbook
from sakip_app.workbook.findings import PENOLAKAN
from tests.workbook.hostile import cases

KASUS = list(cases())


@pytest.mark.parametrize(("nama", "data", "kode"), [k[1:] for k in KASUS], ids=[k[0] for k in KASUS])
def test_one_sentence_or_read(nama, data, kode):
    mulai = time.process_time()
    hasil = outcome(data, nama)
    assert time.process_time() - mulai < 5
    if isinstance(hasil, BerkasDitolakError):
        assert hasil.kode in PENOLAKAN
        assert hasil.pesan
        assert hasil.saran
        assert kode in (None, hasil.kode)
    else:
        assert kode is None
        assert len(hasil.indikator) == 6


def outcome(data, nama):
    try:
        return read_workbook(data, nama)
    except BerkasDitolakError as galat:
        return galat


def test_macros_are_told_and_not_run():
    data = next(k[2] for k in KASUS if k[0] == "makro")
    assert "makro-diabaikan" in {t.kode for t in read_workbook(data, "a.xlsm").temuan}
