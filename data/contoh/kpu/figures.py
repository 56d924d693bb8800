"""The figures of one satker and year: targets along the Renstra, realisasi near the intended score, money."""

from __future__ import annotations

from random import Random

from data.contoh.kpu.catalogue import (
    DPB,
    KEPEGAWAIAN,
    KEPUASAN,
    PELANGGARAN,
    PENDIDIKAN,
    PENYERAPAN,
    Butir,
    butir,
)
from data.contoh.kpu.reasons import KHUSUS, LAZIM
from data.contoh.kpu.satker import ARUNIKA, LEMBAYUNG, SAMUDRANILA, SENJAKALA, Satker
from data.contoh.row import Baris, Catatan
from data.contoh.sheet import renstra_years
from data.contoh.spread import put, shape

_ACUAN = 2026  # the year whose targets the catalogue gives
_SERAPAN = {1: 15.0, 2: 40.0, 3: 60.0}  # targets of absorption before TW IV
_RENDAH = 75.0
_TAHAN = 0.4  # how much of a bad quarter reaches an indicator that moves slowly

#: KPU Kabupaten Arunika 2026: targets of TW I–IV and realisasi of TW I–III as told in full, so that what they come
#: to can be worked out by hand. Absorption follows from the money.
_Told = tuple[tuple[float | None, ...], tuple[float | str | None, ...]]
ARUNIKA_2026: dict[str, _Told] = {
    DPB: ((97.0, 97.5, 98.0, 98.5), (95.06, 95.55, 96.04)),
    "Persentase pemilih berhak memilih yang tidak terdaftar dalam daftar pemilih": (
        (1.2, 1.1, 1.0, 0.9),
        (1.3, 1.2, 1.25),
    ),
    PENDIDIKAN: ((3, 3, 4, 2), (2, 3, 3)),
    "Hari penyelesaian verifikasi penggantian antarwaktu anggota DPRD kabupaten": (
        (None, None, None, None),
        (8, 7.5, 10),
    ),
    PELANGGARAN: ((0, 0, 0, 0), (0, 0, 0)),
    "Permohonan informasi publik yang dijawab tepat waktu": ((95, 95, 95, 95), (95, 90.25, 85.5)),
    "Temuan pemeriksaan yang berulang": ((1, 0, 1, 0), (1, 0, 2)),
    "Nilai indikator kinerja pelaksanaan anggaran (IKPA)": ((95, 95, 95, 95), (93.1, 91.2, 89.3)),
    KEPUASAN: ((84, 84, 84, 84), (81, 79.8, 78.6)),
    "Arsip yang ditata sesuai ketentuan": ((20, 40, 60, 80), (18, 36, 45)),
}


def satker_year(satker: Satker, tahun: int, before: dict[str, Baris]) -> list[Baris]:
    """All rows of one satker and year, the higher level before the lower."""
    rng = Random(f"{satker.kode}/{tahun}")
    rows = [_row(entry, satker, tahun, rng) for entry in butir(satker.tingkat)]
    scores = _scores(satker, tahun, rng)
    for quarter, score in scores.items():
        for row in rows:
            _realise(row, quarter, score, rng)
    told = (satker.kode, tahun) == (ARUNIKA, _ACUAN)
    if told:
        _tell(rows)
    _money(rows, satker, tahun, list(scores), rng, noise=0.0 if told else 0.03)
    _oddities(rows, satker, tahun)
    for row in rows:
        earlier = before.get(row.kunci)
        row.realisasi_lalu = earlier.year_value if earlier else _lalu(row, rng)
        for quarter in scores:
            _explain(row, satker, tahun, quarter, rng)
    return rows


def _row(entry: Butir, satker: Satker, tahun: int, rng: Random) -> Baris:
    who = entry.penanggung_jawab
    row = Baris(
        entry.jenjang,
        entry.induk,
        entry.ind,
        entry.kode,
        kode_pk=entry.kode_pk,
        bobot=entry.bobot,
        penanggung_jawab=who.replace("Kasubbag", "Kabag") if satker.tingkat == "provinsi" else who,
    )
    ind = entry.ind
    if ind.target == "":
        return row
    if ":" in ind.target:  # a word, measured once a year
        word, row.skala = ind.target.split(":")
        row.target_tahunan, row.target = word, {2 if row.skala == "opini-bpk" else 4: word}
        return row
    if ".." in ind.target:
        row.target_bawah, row.target_atas = map(float, ind.target.split(".."))
        return row
    if ind.uraian == KEPEGAWAIAN and tahun < _ACUAN:  # until 2026 in words that no scale maps
        row.target_tahunan, row.target = "Baik", {4: "Baik"}
        return row
    if ind.satuan == "orang":
        ind = row.ind = ind._replace(target=str(round(float(ind.target) * rng.uniform(0.6, 1.6))))
    if entry.jenjang == "sasaran":
        row.renstra = {year: _planned(entry, year) for year in renstra_years(tahun)}
        row.target_renstra = row.renstra[max(row.renstra)]
    year = row.target_tahunan = _planned(entry._replace(ind=ind), tahun)
    row.target = {**_SERAPAN, 4: year} if ind.uraian == PENYERAPAN else shape(ind, year)
    return row


def _planned(entry: Butir, tahun: int) -> float:
    """The target of a year: that of 2026, and a step for each year between."""
    value = float(entry.ind.target) + entry.langkah * (tahun - _ACUAN)
    return round(min(value, 100.0) if entry.ind.satuan == "%" else value, max(2, entry.ind.desimal))


def _scores(satker: Satker, tahun: int, rng: Random) -> dict[int, float]:
    """The intended score of each quarter the satker reports."""
    if tahun == _ACUAN:
        return {q: s for q, s in enumerate(satker.skor, start=1) if s is not None}
    base = satker.skor[0] or 80.0
    return {q: min(99.0, base + step + rng.gauss(0, 1.5)) for q, step in enumerate((-3.0, -1.0, 1.0, 2.5), 1)}


def _realise(row: Baris, quarter: int, score: float, rng: Random) -> None:
    target, ind = row.target.get(quarter), row.ind
    if isinstance(target, str):
        row.realisasi[quarter] = _word(target, rng)
    elif row.target_bawah is not None:
        row.realisasi[quarter] = round(rng.uniform(6.6, 9.2), ind.desimal)
    elif ind.target == "":
        row.realisasi[quarter] = float(rng.randrange(40, 260))
    elif target is not None:
        wanted = min(104.0, max(12.0, rng.gauss(score, 7)))
        put(row, quarter, 100 - (100 - wanted) * _TAHAN if _steady(row) else wanted, rng)
        value = row.realisasi[quarter]
        if ind.satuan == "%" and isinstance(value, float):  # a share of a whole
            row.realisasi[quarter] = min(value, 100.0)


def _steady(row: Baris) -> bool:
    """Whether the indicator moves little from year to year: an index, or the share of voters registered."""
    return row.ind.satuan in ("indeks", "nilai") or row.ind.uraian == DPB


def _word(target: str, rng: Random) -> str:
    """The word reached: the target, or by chance the one below it."""
    below, chance = {"BB": ("B", 0.5), "WTP": ("WDP", 0.05), "Baik": ("Cukup Baik", 0.4)}[target]
    return below if rng.random() < chance else target


def _tell(rows: list[Baris]) -> None:
    for row in rows:
        told = ARUNIKA_2026.get(row.ind.uraian)
        if row.skala == "opini-bpk":
            row.realisasi = {2: "WTP"}
        if told is None:
            continue
        row.target = {q: None if t is None else float(t) for q, t in enumerate(told[0], start=1)}
        row.realisasi = {q: float(r) for q, r in enumerate(told[1], start=1) if isinstance(r, int | float)}
        row.capaian = {}


def _money(
    rows: list[Baris], satker: Satker, tahun: int, quarters: list[int], rng: Random, *, noise: float
) -> None:
    """Pagu and spending of each output, summed upwards; absorption is what they come to."""
    outputs = [r for r in rows if r.jenjang == "subkegiatan"]
    total = round(satker.pagu_miliar * 0.96 ** (_ACUAN - tahun) * 1e3) * 1e6
    weights = [
        rng.uniform(0.5, 1.5) * (4 if r.ind.uraian.startswith("Pegawai yang menerima") else 1) for r in outputs
    ]
    for row, weight in zip(outputs[1:], weights[1:], strict=True):
        row.pagu = round(total * weight / sum(weights) / 1e6) * 1e6
    outputs[0].pagu = total - sum(r.pagu or 0 for r in outputs[1:])
    at_three = satker.serapan if tahun == _ACUAN else min(74.0, max(52.0, satker.serapan + rng.gauss(2, 3)))
    upto = {0: 0.0, 1: at_three * 0.3, 2: at_three * 0.65, 3: at_three, 4: rng.uniform(90, 98)}
    for row in outputs:
        for q in quarters:
            share = (upto[q] - upto[q - 1]) / 100 * rng.uniform(1 - noise, 1 + noise)
            row.anggaran[q] = float(round((row.pagu or 0) * share))
    for row in rows:
        if row.jenjang in ("program", "kegiatan"):
            below = [r for r in outputs if r.induk[: len(row.induk)] == row.induk]
            row.pagu = sum(r.pagu or 0 for r in below)
            row.anggaran = {q: sum(float(r.anggaran[q] or 0) for r in below) for q in quarters}
    spent = 0.0
    absorbed = next(r for r in rows if r.ind.uraian == PENYERAPAN)
    for q in quarters:
        spent += sum(float(r.anggaran[q] or 0) for r in outputs)
        absorbed.realisasi[q] = round(spent / total * 100, 2)
        absorbed.capaian[q] = absorbed.realisasi[q] / float(absorbed.target[q] or 1) * 100


def _oddities(rows: list[Baris], satker: Satker, tahun: int) -> None:
    """What every real file has somewhere: a blank, a remark where a number belongs, a target that was lowered."""
    if tahun != _ACUAN:
        return
    named = {row.ind.uraian: row for row in rows}
    if satker.kode == LEMBAYUNG:  # PK perubahan: twelve kegiatan became ten
        row = named[PENDIDIKAN]
        row.murni = (12.0, 3.0)
        row.target_tahunan, row.target = 10.0, {1: 3.0, 2: 3.0, 3: 3.0, 4: 1.0}
        row.realisasi = {1: 3.0, 2: 3.0, 3: 3.0}
    if satker.kode == SAMUDRANILA:
        named[KEPUASAN].realisasi[2] = None
        named["Layanan keuangan terlaksana sesuai jadwal"].realisasi[3] = "± 70 %, menunggu rekap"
    if satker.kode == SENJAKALA:
        named[PELANGGARAN].realisasi[3] = 1.0
        named["Layanan informasi terlaksana sesuai jadwal"].realisasi[3] = "belum direkap"
        row = named[KEPUASAN]  # promised less than the Renstra asks
        row.target_tahunan, row.target = 82.0, dict.fromkeys(range(1, 5), 82.0)


def _lalu(row: Baris, rng: Random) -> float | None:
    if not isinstance(row.target_tahunan, float):
        return None
    return round(row.target_tahunan * rng.uniform(0.9, 1.0), row.ind.desimal)


def _explain(row: Baris, satker: Satker, tahun: int, quarter: int, rng: Random) -> None:
    """Kendala and follow-up where an indicator lags."""
    told = KHUSUS.get((satker.kode, row.ind.uraian)) if (tahun, quarter) == (_ACUAN, 3) else None
    if told is not None:
        row.catatan[quarter] = told
    elif row.capaian.get(quarter, 100.0) < _RENDAH and (row.jenjang == "sasaran" or rng.random() < 0.35):
        kendala, rencana, pic = rng.choice(LAZIM)
        batas = f"{tahun}-{quarter * 3 + 1:02d}-28" if quarter < 4 else f"{tahun + 1}-01-28"
        row.catatan[quarter] = Catatan(kendala, rencana, pic, batas)
