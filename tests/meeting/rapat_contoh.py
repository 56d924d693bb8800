"""A meeting to test with: a body of nine units, one of them with indicators, and its frozen third quarter of 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime

import sqlalchemy as sa

from sakip_app import archive, store
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_app.store import UnitBaru
from sakip_metrics import ATURAN_BAKU
from tests.store.conftest import baris, upload

#: Written so that a page that does not escape runs it, and a page that cuts long names shows it.
JAHIL = '</script><script>document.title="bobol"</script><b>'
PANJANG = "Persentase penyelesaian tindak lanjut hasil pemeriksaan " + "yang ditindaklanjuti tepat waktu " * 8
UNIT = (
    ("u", "Dinas Kesehatan", "Dinkes", 64.9),
    ("v", "Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", 71.0),
    ("w", "Badan Perencanaan Pembangunan Daerah", "Bappeda", 88.0),
    ("x", "Kecamatan Élok Makmur", "Kec. Élok", 90.1),
    ("y", "Dinas Lingkungan Hidup", "DLH", 55.0),
    ("z", "Inspektorat Daerah", "Inspektorat", None),
)
JANJI = (
    ("lalu-truk", "Sewa dua truk sampah", "Sekretaris DLH", date(2026, 9, 30), "y"),
    ("lalu-jalan", "Kontrak lima paket jalan", "Kabid Bina Marga", date(2099, 12, 31), "v"),
)


def fill(engine: sa.Engine) -> None:
    """The body with its units, two indicators of ``u`` (codes 1 and 2) and two follow-ups of the second quarter."""
    store.add_instansi(engine, kode="B", nama="Kabupaten Uji", jenis="kabupaten", pelaku="admin")
    upload(
        engine,
        baris("k1", realisasi={3: 1.0}),
        baris("k2", realisasi={3: 2.0}),
        isi=b"u",
        unit_baru=UnitBaru("u", "Dinas Kesehatan"),
    )
    store.add_units(engine, "B", [UnitBaru(kode, nama) for kode, nama, _, _ in UNIT[1:]], pelaku="admin")
    for uid, apa, siapa, tenggat, unit in JANJI:
        store.add_tindak_lanjut(
            engine,
            "B",
            uid=uid,
            apa=apa,
            penanggung_jawab=siapa,
            tenggat=tenggat,
            tahun=2026,
            triwulan=2,
            kode_unit=unit,
            pelaku="notulis",
        )


def frozen(engine: sa.Engine, nama: str = JAHIL) -> str:
    """The short id of the frozen quarter; ``nama`` is the second indicator's."""
    return archive.freeze(engine, rekam(store.list_tindak_lanjut(engine, "B"), nama), "notulis")


def rekam(janji: tuple[TindakLanjut, ...] = (), nama: str = JAHIL) -> Rekam:
    """The quarter as it would be captured; the scores are typed, nothing here measures."""
    return Rekam(
        kode=None,
        waktu=datetime(2026, 10, 20, 2, 0, tzinfo=UTC),
        pelaku="notulis",
        versi=1,
        kode_instansi="B",
        instansi="Kabupaten Uji",
        sebutan="OPD",
        contoh=True,
        tahun=2026,
        triwulan=3,
        ukuran="triwulan",
        berjalan=False,
        aturan=ATURAN_BAKU["lima-peringkat"],
        sebanding=(True, True, True, True),
        aturan_lain="",
        nilai=(None, None, 73.8, None),
        predikat=(None, None, "Sedang", None),
        hari=date(2026, 10, 20),
        unit=tuple(_unit(urutan, *satu, nama) for urutan, satu in enumerate(UNIT)),
        tindak_lanjut=janji,
    )


def _unit(urutan: int, kode: str, nama: str, pendek: str, nilai: float | None, jahil: str) -> UnitRekam:
    satu = (_indikator("1", PANJANG, 42.9), _indikator("2", jahil, 86.9)) if kode == "u" else ()
    return UnitRekam(
        kode=kode,
        nama=nama,
        nama_pendek=pendek,
        urutan=urutan,
        nilai=(None, None, nilai, None),
        predikat=(None, None, None if nilai is None else _predikat(nilai), None),
        tertinggal=(False, False, nilai is not None and nilai < 66, False),
        keterangan=(None, None, "belum lapor" if nilai is None else None, None),
        peringkat=None if nilai is None else 1 + sum((lain[3] or 0) > nilai for lain in UNIT),
        n_dinilai=len(satu),
        n_terjadwal=len(satu),
        n_total=len(satu),
        cakupan=100.0,
        lapor=nilai is not None,
        indikator=satu,
    )


def _predikat(nilai: float) -> str:
    return next(pita.label for pita in ATURAN_BAKU["lima-peringkat"].predikat if nilai >= pita.batas)


def _indikator(kode: str, uraian: str, nilai: float) -> IndikatorRekam:
    return IndikatorRekam(
        kode=kode,
        uraian=uraian,
        satuan="%",
        polaritas="maksimal",
        konsolidasi="jumlah",
        target_tahunan=100.0,
        target=(25.0, 25.0, 25.0, 25.0),
        target_sd=(25.0, 50.0, 75.0, 100.0),
        realisasi=(None, None, nilai, None),
        realisasi_sd=(None, None, nilai, None),
        capaian=(None, None, nilai, None),
        skor=(None, None, nilai, None),
        predikat=(None, None, _predikat(nilai), None),
        status=("belum_lapor", "belum_lapor", "dinilai", "belum_dijadwalkan"),
    )
