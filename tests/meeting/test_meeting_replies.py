"""What a follow-up is said to be about: names of the frozen quarter or of its own time, never a code or an id."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sakip_app.meeting.page import Sheet
from sakip_app.meeting.replies import baris
from sakip_app.meeting.room import Meeting
from sakip_app.snapshot.follow_up import TindakLanjut
from tests.meeting.rapat_contoh import PANJANG, rekam

LALU = TindakLanjut(9, "lalu-2025", "Audit ibu", "Kadinkes", date(2026, 3, 1), 2025, 4, kode_unit="u")


def room_with_kunci() -> Meeting:
    """The meeting; the first indicator of ``u`` (code 1) is called ``akb`` in every year."""
    frozen = rekam()
    unit = frozen.unit[0]
    named = replace(unit, indikator=(replace(unit.indikator[0], kunci="akb"), *unit.indikator[1:]))
    return Meeting("2026-TW3-0001", replace(frozen, unit=(named, *frozen.unit[1:])), Sheet("", "", ""))


@pytest.mark.parametrize(
    ("change", "unit", "indikator", "kode"),
    [
        ({"kode_indikator": "1"}, "Dinas Kesehatan", PANJANG, "1"),
        ({"kode_indikator": "777", "kunci": "akb"}, "Dinas Kesehatan", PANJANG, "1"),
        ({"kode_indikator": "777", "kunci": "lain"}, "Dinas Kesehatan", "", None),
        ({"kode_indikator": "777"}, "Dinas Kesehatan", "", None),
        ({}, "Dinas Kesehatan", "", None),
        ({"kode_unit": "tutup", "kode_indikator": "777", "nama_unit": "Dinas Lama"}, "Dinas Lama", "", None),
        ({"kode_unit": None}, "Seluruh Kabupaten Uji", "", None),
    ],
)
def test_what_it_is_about_is_said_in_names(
    change: dict[str, str | None], unit: str, indikator: str, kode: str | None
) -> None:
    said = baris(room_with_kunci(), replace(LALU, **change), date(2026, 10, 20))  # type: ignore[arg-type]
    assert (said["unit"], said["indikator"], said["kode_indikator"]) == (unit, indikator, kode)
