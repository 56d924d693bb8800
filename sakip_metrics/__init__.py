"""Achievement of Indonesian public bodies, computed: pure pandas, numbers in, numbers out.

A capaian is a raw percentage, a skor is a capaian after floor and cap, a predikat is the band of a skor.
Which formula, floor, cap and bands hold is the body's own decision and stands in an ``Aturan``.

>>> import pandas as pd
>>> aturan = ATURAN_BAKU["lima-peringkat"]
>>> persen = capaian(pd.Series([44.7]), pd.Series([72.0]), "maksimal", aturan=aturan)
>>> predikat(skor(persen, aturan=aturan), aturan=aturan).tolist()
['Rendah']
"""

from sakip_metrics.anggaran import penyerapan, serapan
from sakip_metrics.aturan import ATURAN_BAKU, Aturan, PitaPredikat
from sakip_metrics.capaian import capaian, predikat, skor
from sakip_metrics.hitung import hitung
from sakip_metrics.kosakata import (
    JENJANG,
    KONSOLIDASI,
    POLARITAS,
    STATUS,
    BobotWarning,
    IndeksError,
    KosakataError,
    KunciGandaError,
    SakipMetricsError,
)
from sakip_metrics.peringkat import (
    RekapInstansi,
    arah,
    jenjang_utama,
    peringkat,
    rekap_instansi,
    status_kelompok,
)
from sakip_metrics.rekap import rekap
from sakip_metrics.skala import SKALA_BAKU
from sakip_metrics.triwulan import sampai_triwulan

__all__ = [
    "ATURAN_BAKU",
    "JENJANG",
    "KONSOLIDASI",
    "POLARITAS",
    "SKALA_BAKU",
    "STATUS",
    "Aturan",
    "BobotWarning",
    "IndeksError",
    "KosakataError",
    "KunciGandaError",
    "PitaPredikat",
    "RekapInstansi",
    "SakipMetricsError",
    "arah",
    "capaian",
    "hitung",
    "jenjang_utama",
    "penyerapan",
    "peringkat",
    "predikat",
    "rekap",
    "rekap_instansi",
    "sampai_triwulan",
    "serapan",
    "skor",
    "status_kelompok",
]
