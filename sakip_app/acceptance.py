"""What has to be known before a file is kept, whoever sends it: one at a time on Unggah, or a folder at once."""

from __future__ import annotations

import sqlalchemy as sa

from sakip_app import store

DOKUMEN = ("PK murni", "PK perubahan")
"""What may fix the targets in a file."""
NAMA_PERTANYAAN = {
    "lembar": "lembar mana yang dibaca",
    "kolom": "kolom mana berisi apa",
    "triwulan": "realisasi ini untuk triwulan berapa",
    "cara_isi": "angka triwulan dihitung sejak kapan",
    "persen": "0,6 berarti 60 % atau 0,6 %",
}
"""The questions about a form as a whole, in the order in which they are asked; the year is asked with the unit."""


def last_document(engine: sa.Engine, kode_instansi: str, kode_unit: str, tahun: int | None) -> str:
    """The document under which the unit last sent its targets this year; PK murni where it sent none."""
    sent = store.list_unggahan(engine, kode_instansi, tahun)
    own = sent[(sent["kode_unit"] == kode_unit) & (sent["keadaan"] != "ditarik")]["dokumen"].dropna()
    return str(own.iloc[0]) if len(own) and own.iloc[0] in DOKUMEN else DOKUMEN[0]
