"""The figures of one unit and year: targets by shape, realisasi that yield the intended score, and money.

A unit's score is the mean over its sasaran indicators. Coarse ones (three desa, one level) are fixed first and
what rounding took from the mean is given back by the finer ones.
"""

from __future__ import annotations

from random import Random

from data.contoh.kabupaten.catalogue import of_unit
from data.contoh.kabupaten.reasons import KHUSUS, UMUM
from data.contoh.kabupaten.units import BELUM_DIJADWALKAN, UnitContoh
from data.contoh.row import Baris, Catatan, Indikator
from data.contoh.spread import put, shape

PENUNJANG = "Program Penunjang Urusan Pemerintahan Daerah"
KEUANGAN = "Administrasi Keuangan Perangkat Daerah"

#: Dinas Kesehatan 2026: targets and realisasi of TW I–IV as told in full.
DINKES: dict[str, tuple[tuple[float | None, ...], tuple[float | None, ...]]] = {
    "Imunisasi dasar lengkap, anak 12 bulan": ((22, 25, 25, 23), (18.6, 17.2, 8.9)),
    "Prevalensi stunting balita": ((16, 15.5, 15, 14), (16.8, 17.4, 18.1)),
    "Kasus TBC ditemukan dan diobati": ((20, 25, 25, 20), (14.2, 11.0, 9.4)),
    "Ibu hamil diperiksa enam kali (K6)": ((20, 25, 25, 25), (15.0, 16.5, 14.1)),
    "Puskesmas terakreditasi paripurna": ((40, 40, 48, 52), (40, 40, 44)),
    "Indeks Kepuasan Masyarakat puskesmas": ((84, None, 86, 86), (84.6, None, 85.1)),
    "Angka kematian ibu": ((90, 88, 86, 84), (96, 118, 131)),
    "Penderita hipertensi dilayani sesuai standar": ((25, 25, 25, 25), (13.1, 11.9, 10.2)),
    "Desa berhenti buang air besar sembarangan": ((6, 10, 12, 8), (6, 4, 2)),
    "Nilai SAKIP Dinas Kesehatan": ((None, None, None, 78), (None, None, None)),
    "Penduduk dengan JKN aktif": ((None, None, None, None), (79.9, 80.4, 81.2)),
}


def unit_year(unit: UnitContoh, tahun: int, before: dict[str, Baris]) -> list[Baris]:
    """All rows of one unit and year, the higher level before the lower."""
    rng = Random(f"{unit.kode}/{tahun}")
    rows = _rows(unit, tahun, rng)
    scores = _scores(unit, tahun, rng)
    for row in rows:
        _targets(row, unit, tahun, rng)
    for quarter, score in scores.items():
        main = [row for row in rows if row.jenjang == "sasaran"]
        _realise(main, quarter, score, rng)
        for row in rows:
            if row.jenjang != "sasaran":
                _realise([row], quarter, min(100.0, max(8.0, rng.gauss(score, 7))), rng)
    if (unit.kode, tahun) == ("1.02.01", 2026):
        _tell_dinkes(rows)
    _oddities(rows, unit, tahun, rng)
    for row in rows:
        earlier = before.get(row.kunci)
        row.realisasi_lalu = earlier.year_value if earlier else _lalu(row, rng)
        for quarter in scores:
            _explain(row, unit, tahun, quarter, rng)
    _money(rows, unit, tahun, list(scores), rng)
    return rows


def _rows(unit: UnitContoh, tahun: int, rng: Random) -> list[Baris]:
    isi = of_unit(unit.kode, kecamatan=unit.jenis == "kecamatan")
    urusan = unit.kode[:4]
    tujuan = (isi.tujuan,)
    first = (isi.tujuan, isi.sasaran[0][0])
    layanan = Indikator(f"Kepuasan pengguna layanan {unit.pendek}", "indeks", "+", "A", "84", 1)
    rows = [Baris("tujuan", tujuan, layanan)]
    rows += [Baris("sasaran", (*tujuan, nama), ind) for nama, indikator in isi.sasaran for ind in indikator]

    def add(jenjang: str, induk: tuple[str, ...], kode: str, line: tuple[str, str, str, str, int]) -> None:
        uraian, satuan, kons, target, desimal = line
        pol = "?" if jenjang == "subkegiatan" and rng.random() < 0.02 else "+"
        rows.append(Baris(jenjang, induk, Indikator(uraian, satuan, pol, kons, target, desimal), kode))

    lengkap = unit.jenis != "kecamatan"
    p, k = (*first, PENUNJANG), (*first, PENUNJANG, KEUANGAN)
    kode = f"{urusan}.01"
    add("program", p, kode, ("Layanan penunjang urusan terpenuhi", "%", "P", "100", 1))
    add("kegiatan", k, f"{kode}.2.02", ("Layanan administrasi keuangan", "bulan", "J", "12", 0))
    asn = str(rng.randrange(18, 40) if not lengkap else rng.randrange(60, 420))
    add("subkegiatan", k, f"{kode}.2.02.0001", ("ASN yang menerima gaji dan tunjangan", "orang", "A", asn, 0))
    if lengkap:
        add("subkegiatan", k, f"{kode}.2.02.0005", ("Laporan keuangan bulanan", "laporan", "J", "12", 0))
    kode = f"{urusan}.02"
    p = (*first, isi.program)
    add("program", p, kode, (f"Sasaran {isi.program.lower()} tercapai", "%", "A", "90", 1))
    for number, nama in enumerate(isi.kegiatan[: 2 if lengkap else 1], start=1):
        k = (*p, nama)
        kk = f"{kode}.2.0{number}"
        add("kegiatan", k, kk, (f"{nama} sesuai rencana", "%", "P" if number == 1 else "R", "100", 1))
        dokumen = rng.choice(("4", "8", "12", "16"))
        add("subkegiatan", k, f"{kk}.0001", (f"Dokumen {nama.lower()}", "dokumen", "J", dokumen, 0))
        if number == 1:
            orang = str(rng.randrange(6, 60) * 10)
            add("subkegiatan", k, f"{kk}.0002", (f"Peserta {nama.lower()}", "orang", "J", orang, 0))
        elif rng.random() < 0.5:
            add("subkegiatan", k, f"{kk}.0003", (f"Sarana {nama.lower()}", "unit", "B", "5", 0))
    return rows


def _scores(unit: UnitContoh, tahun: int, rng: Random) -> dict[int, float]:
    """The intended score of each quarter the unit reports."""
    if tahun == 2026:
        return {q: s for q, s in enumerate(unit.skor, start=1) if s is not None}
    known = [s for s in unit.skor if s is not None and s > 0]
    base = min(93.0, max(74.0, known[0]))
    return {q: min(97.0, base + step + rng.gauss(0, 1.2)) for q, step in enumerate((-3.0, -1.5, 0.5, 2.0), 1)}


def _targets(row: Baris, unit: UnitContoh, tahun: int, rng: Random) -> None:
    ind = row.ind
    if ind.target == "":
        return
    if ":" in ind.target:  # a word, measured once a year
        word, row.skala = ind.target.split(":")
        row.target_tahunan = word
        row.target = {2 if row.skala == "opini-bpk" else 4: word}
        return
    if ".." in ind.target:
        row.target_bawah, row.target_atas = map(float, ind.target.split(".."))
        return
    share = {"+": 0.97, "-": 1.04}.get(ind.polaritas, 1.0) ** (2026 - tahun)
    fixed = (
        ind.target in {"100", "12", "5"} or float(ind.target) < 0 or (ind.desimal == 0 and float(ind.target) < 9)
    )
    year = float(ind.target) if fixed else round(float(ind.target) * share, ind.desimal)
    row.target_tahunan = year
    row.target_renstra = year if rng.random() < 0.6 else round(year * (1.02 if ind.polaritas == "+" else 0.98), 2)
    late = tahun == 2026 and unit.skor[0] == BELUM_DIJADWALKAN and row.jenjang == "sasaran"
    row.target = shape(ind, year, late=late)
    if row.jenjang == "sasaran" and ind.konsolidasi == "A" and "Kepuasan" in ind.uraian:
        row.target |= {1: None, 3: None}  # a survey, twice a year


def _realise(rows: list[Baris], quarter: int, score: float, rng: Random) -> None:
    """Realisasi of one quarter so that the mean skor of ``rows`` comes out near ``score``."""
    free = [r for r in rows if isinstance(r.target.get(quarter), float) and r.ind.konsolidasi != "B"]
    for row in rows:
        if row not in free:
            _realise_odd(row, quarter, rng)
    if score == BELUM_DIJADWALKAN:
        return
    judged = [r for r in free if r.ind.polaritas != "?" and not _negative(r)]
    spread = 0.0 if len(judged) < 2 or not score else min(9.0, max(1.0, (100 - score) * 0.55))
    off = {r.kunci: rng.gauss(0, spread) for r in judged}
    left = score * len(judged)
    for n, row in enumerate(sorted(judged, key=_coarseness, reverse=True)):
        mean = left / (len(judged) - n)
        last = n == len(judged) - 1
        wanted = min(100.0, max(0.0, mean if last else mean + off[row.kunci]))
        left -= put(row, quarter, wanted, rng)
    for row in free:
        if row not in judged:
            put(row, quarter, score, rng)


def _negative(row: Baris) -> bool:
    return isinstance(row.target_tahunan, float) and row.target_tahunan < 0


def _coarseness(row: Baris) -> float:
    year = row.target_tahunan
    return 10.0**-row.ind.desimal / abs(year) if isinstance(year, float) and year else 9.0


def _realise_odd(row: Baris, quarter: int, rng: Random) -> None:
    """Rows no score is meant for: words, ranges, no target, what is due only in TW IV."""
    target = row.target.get(quarter)
    if row.ind.konsolidasi == "B":
        row.realisasi[quarter] = float(rng.choice((4, 5, 5)) if quarter == 4 else 0)
    elif isinstance(target, str):
        row.realisasi[quarter] = target if rng.random() < 0.6 or target == "WTP" else "B"
    elif row.target_bawah is not None:
        row.realisasi[quarter] = round(rng.uniform(3.4, 6.6), row.ind.desimal)
    elif row.ind.target == "":
        row.realisasi[quarter] = round(78 + quarter * 0.6 + rng.random(), row.ind.desimal)


def _tell_dinkes(rows: list[Baris]) -> None:
    for row in rows:
        told = DINKES.get(row.ind.uraian)
        if told is None:
            continue
        row.target = {q: None if t is None else float(t) for q, t in enumerate(told[0], start=1)}
        row.realisasi = {q: None if r is None else float(r) for q, r in enumerate(told[1], start=1)}
        row.capaian = {q: 60.0 for q in row.realisasi if row.ind.uraian in _DINKES_RENDAH}
        if row.ind.uraian.startswith("Imunisasi"):
            row.murni = (96.5, 24.5)
            row.target_renstra = 96.5


_DINKES_RENDAH = {uraian for kode, uraian in KHUSUS if kode == "1.02.01"} | {"Kasus TBC ditemukan dan diobati"}


def _oddities(rows: list[Baris], unit: UnitContoh, tahun: int, rng: Random) -> None:
    """A target of 1 with a realisasi of 37,5, and the blanks every real file has."""
    if (unit.kode, tahun) == ("2.17.01", 2026):
        row = next(r for r in rows if r.jenjang == "subkegiatan" and r.ind.satuan == "dokumen")
        row.target_tahunan, row.target_renstra = 1.0, 1.0
        row.target = {1: 1.0, 2: None, 3: None, 4: None}
        row.realisasi, row.capaian = {1: 37.5}, {}
    if rng.random() < 0.3:
        row = rng.choice([r for r in rows if r.jenjang not in ("tujuan", "sasaran")])
        row.realisasi[max(row.realisasi, default=1)] = None
    if (unit.kode, tahun) in {("1.06.01", 2026), ("3.30.01", 2026), ("7.01.08", 2026), ("2.16.01", 2025)}:
        sasaran = [r for r in rows if r.jenjang == "sasaran" and r.ind.konsolidasi == "J"]
        sasaran[-1].realisasi[max(sasaran[-1].realisasi)] = None


def _lalu(row: Baris, rng: Random) -> float | None:
    if not isinstance(row.target_tahunan, float):
        return None
    return round(row.target_tahunan * rng.uniform(0.9, 1.0), row.ind.desimal)


def _explain(row: Baris, unit: UnitContoh, tahun: int, quarter: int, rng: Random) -> None:
    """Kendala and follow-up where an indicator lags."""
    told = KHUSUS.get((unit.kode, row.ind.uraian)) if (tahun, quarter) == (2026, 3) else None
    low = row.capaian.get(quarter, 100.0) < 76
    if told is not None:
        row.catatan[quarter] = told
    elif low and (row.jenjang == "sasaran" or rng.random() < 0.35):
        kendala, rencana, pic = rng.choice(UMUM)
        batas = f"{tahun}-{quarter * 3 + 1:02d}-28" if quarter < 4 else f"{tahun + 1}-01-28"
        if unit.kode == "2.19.01" and quarter == 3 and tahun == 2026:
            row.catatan[quarter] = Catatan("Akses ke dua objek utama ditutup", "", "", "")
        else:
            row.catatan[quarter] = Catatan(kendala, rencana, pic, batas)


def _money(rows: list[Baris], unit: UnitContoh, tahun: int, quarters: list[int], rng: Random) -> None:
    """Pagu and spending of each subkegiatan, summed upwards by code."""
    subs = [r for r in rows if r.jenjang == "subkegiatan"]
    total = round(unit.pagu_miliar * 0.96 ** (2026 - tahun) * 1e6) * 1e3
    weights = [rng.uniform(0.5, 1.5) * (4 if r.ind.satuan == "orang" else 1) for r in subs]
    for row, weight in zip(subs[1:], weights[1:], strict=True):
        row.pagu = round(total * weight / sum(weights) / 1e3) * 1e3
    subs[0].pagu = total - sum(r.pagu or 0 for r in subs[1:])
    at_three = unit.serapan if tahun == 2026 else min(74.0, max(55.0, unit.serapan + rng.gauss(3, 3)))
    upto = {0: 0.0, 1: at_three * 0.29, 2: at_three * 0.64, 3: at_three, 4: rng.uniform(89, 97)}
    for row in subs:
        for q in quarters:
            row.anggaran[q] = float(
                round((row.pagu or 0) * (upto[q] - upto[q - 1]) / 100 * rng.uniform(0.97, 1.03))
            )
    for row in rows:
        if row.jenjang in ("program", "kegiatan"):
            below = [s for s in subs if (s.kode or "").startswith(f"{row.kode}.")]
            row.pagu = sum(s.pagu or 0 for s in below)
            row.anggaran = {q: sum(float(s.anggaran[q] or 0) for s in below) for q in quarters}
