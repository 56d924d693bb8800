"""Names of units that come near the one a sheet gives: proposed, never taken without being asked."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import reading
from sakip_app.store.likeness import alike, words
from sakip_app.store.naming import last_day, named

#: How perangkat daerah are called for short, in every region alike.
SINGKATAN = {
    "dinkes": "dinas kesehatan",
    "disdik": "dinas pendidikan",
    "disdikbud": "dinas pendidikan dan kebudayaan",
    "dindikbud": "dinas pendidikan dan kebudayaan",
    "dikbud": "dinas pendidikan dan kebudayaan",
    "disdikpora": "dinas pendidikan pemuda dan olahraga",
    "dpupr": "dinas pekerjaan umum dan penataan ruang",
    "dpu": "dinas pekerjaan umum",
    "pupr": "dinas pekerjaan umum dan penataan ruang",
    "disperkim": "dinas perumahan dan kawasan permukiman",
    "dinsos": "dinas sosial",
    "dishub": "dinas perhubungan",
    "diskominfo": "dinas komunikasi dan informatika",
    "dinkominfo": "dinas komunikasi dan informatika",
    "dlh": "dinas lingkungan hidup",
    "disnaker": "dinas tenaga kerja",
    "disdukcapil": "dinas kependudukan dan pencatatan sipil",
    "dukcapil": "dinas kependudukan dan pencatatan sipil",
    "dpmptsp": "dinas penanaman modal dan pelayanan terpadu satu pintu",
    "dpmd": "dinas pemberdayaan masyarakat dan desa",
    "dp3a": "dinas pemberdayaan perempuan dan perlindungan anak",
    "disperindag": "dinas perindustrian dan perdagangan",
    "disparbud": "dinas pariwisata dan kebudayaan",
    "dispora": "dinas kepemudaan dan olahraga",
    "distan": "dinas pertanian",
    "disnak": "dinas peternakan",
    "satpol pp": "satuan polisi pamong praja",
    "satpolpp": "satuan polisi pamong praja",
    "setda": "sekretariat daerah",
    "setwan": "sekretariat dprd",
    "bappeda": "badan perencanaan pembangunan daerah",
    "bappedalitbang": "badan perencanaan pembangunan penelitian dan pengembangan daerah",
    "bapperida": "badan perencanaan pembangunan riset dan inovasi daerah",
    "bkpsdm": "badan kepegawaian dan pengembangan sumber daya manusia",
    "bkd": "badan kepegawaian daerah",
    "bpkad": "badan pengelolaan keuangan dan aset daerah",
    "bapenda": "badan pendapatan daerah",
    "bpbd": "badan penanggulangan bencana daerah",
    "kesbangpol": "badan kesatuan bangsa dan politik",
    "rsud": "rumah sakit umum daerah",
    "kpu": "komisi pemilihan umum",
}
#: Words that say of which body a unit is.
_WILAYAH = frozenset({
    *("kabupaten", "kab", "kota", "provinsi", "prov", "propinsi", "pemerintah", "pemkab", "pemkot", "pemprov"),
})  # fmt: skip
_MIRIP = 75.0


def near_units(
    engine: sa.Engine, kode_instansi: str, nama: str, tahun: int | None = None
) -> list[tuple[str, float]]:
    """The units whose name, short name or alias comes near ``nama``, the nearest first, each with its likeness.

    The body's own name, punctuation and the usual abbreviations make no difference: those reach 100. Only units that
    exist in ``tahun`` (default: any).

    Examples:
        >>> near_units(engine, "contoh", "Dinkes Kab. Contoh")  # doctest: +SKIP
        [('1.02', 100.0)]
    """
    t_i, a = t.instansi.c, t.unit_alias.c
    with reading(engine) as connection:
        body = connection.execute(sa.select(t_i.nama).where(t_i.kode == kode_instansi)).scalar() or ""
        units = named(connection, kode_instansi, None if tahun is None else last_day(tahun))
        aliases = connection.execute(sa.select(a.kode_unit, a.alias).where(a.kode_instansi == kode_instansi)).all()
    if tahun is not None:
        units = [unit for unit in units if unit.exists(date(tahun, 1, 1), last_day(tahun))]
    wanted = _bare(nama, body)
    found: list[tuple[str, float]] = []
    for unit in units:
        names = [unit.nama, unit.nama_pendek, *(row.alias for row in aliases if row.kode_unit == unit.kode_unit)]
        best = max(
            (100.0 if own == wanted else min(alike(own, wanted), 99.0) for own in (_bare(n, body) for n in names)),
            default=0.0,
        )
        if wanted and best >= _MIRIP:
            found.append((unit.kode_unit, best))
    return sorted(found, key=lambda one: -one[1])


def _bare(nama: str, instansi: str) -> str:
    """A name without that of its body, its abbreviations spelt out.

    Examples:
        >>> _bare("DINKES KAB. CONTOH", "Kabupaten Contoh"), _bare("Dinas Kesehatan (Dinkes)", "Kabupaten Contoh")
        ('dinas kesehatan', 'dinas kesehatan')
    """
    spelt = f" {words(nama)} "
    for short, full in SINGKATAN.items():
        if f" {full} " in spelt:
            spelt = spelt.replace(f" {short} ", " ")
        spelt = spelt.replace(f" {short} ", f" {full} ")
    own = _WILAYAH | set(words(instansi).split())
    left = [word for word in spelt.split() if word not in own]
    return " ".join(left or spelt.split())
