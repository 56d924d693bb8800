"""The rule set: everything about a capaian that no national rule fixes.

Only the skeleton is national (realisasi against target, per triwulan and per year: PermenPANRB 53/2014,
Lampiran II.E). Formula, cap, bands and edges are each body's own decision, so they live here, in one frozen
object that every screen names. How certain each default is stands in its field's docstring:
*tertulis* (read in a published source), *praktik* (read in applications in use), *lazim* (common knowledge).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from sakip_metrics.kosakata import SakipMetricsError


class PitaPredikat(NamedTuple):
    """One band: a skor at or above ``batas`` (above it, with ``tepi`` ">") is called ``label``."""

    batas: float
    """Lower edge in per cent; that of the lowest band is not read, it takes everything below."""
    label: str
    warna: str = ""
    """Fill colour as hex."""


LIMA_PERINGKAT: Final = (
    PitaPredikat(91.0, "Sangat Tinggi", "#0B5C70"),
    PitaPredikat(76.0, "Tinggi", "#7CC0CC"),
    PitaPredikat(66.0, "Sedang", "#F5DE9A"),
    PitaPredikat(51.0, "Rendah", "#EB8F42"),
    PitaPredikat(-math.inf, "Sangat Rendah", "#A12118"),
)
EMPAT_PERINGKAT_KPU: Final = (
    PitaPredikat(100.0, "Sangat Baik", "#0B5C70"),
    PitaPredikat(75.0, "Baik", "#7CC0CC"),
    PitaPredikat(55.0, "Cukup", "#EB8F42"),
    PitaPredikat(-math.inf, "Kurang", "#A12118"),
)
TIGA_WARNA: Final = (
    PitaPredikat(100.0, "Hijau", "#0B5C70"),
    PitaPredikat(80.0, "Kuning", "#F5DE9A"),
    PitaPredikat(-math.inf, "Merah", "#A12118"),
)


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule set. Percentages are numbers like 87.5, never fractions.

    Raises:
        SakipMetricsError: a word outside the vocabulary, a floor above the cap, or bands without order.

    Examples:
        >>> from dataclasses import replace
        >>> kami = replace(ATURAN_BAKU["lima-peringkat"], nama="Perbup 12/2026", keputusan="12 Tahun 2026")
        >>> kami.batas_atas, kami.contoh
        (100.0, False)
    """

    nama: str
    """Name shown beside every figure. Dasar: none; a preset is an example until a body adopts it."""

    rumus_minimal: Literal["selisih", "rasio"] = "selisih"
    """Lower is better: "selisih" (2T−R)/T, "rasio" T/R.
    Dasar: selisih tertulis (LKjIP Maluku Tengah 2021 p. 94; LAKIP Dinkes Bantul 2014; PermenPANRB 8/2021 for
    SKP); rasio praktik (WP-SIPD, Pringsewu, Boyolali). No national rule chooses."""

    rasio_realisasi_nol: float = 100.0
    """What T/R means at R = 0, T > 0. Dasar: praktik (Pringsewu, Boyolali: 100)."""

    batas_atas: float | None = 100.0
    """Cap of a skor; ``None`` = none. Dasar: 100 tertulis (LKj KPU Sarolangun 2019), 120 praktik (BPS),
    none tertulis (LKjIP kabupaten)."""

    batas_bawah: float | None = 0.0
    """Floor of a skor; ``None`` = none. Dasar: lazim (some applications); Wonogiri 2020 prints −70,50."""

    triwulan_kosong: Literal["tunda", "lewati"] = "tunda"
    """An earlier scheduled quarter left blank, under jumlah and rata_rata: "tunda" assesses nothing until it
    is reported, "lewati" leaves it out on both sides. Dasar: lewati praktik (Pringsewu); tunda is the safer."""

    cakupan_minimum: float = 80.0
    """Share of scheduled indicators, in per cent, that must be assessed before a group is ranked.
    Dasar: lazim (do not rank an OPD with few assessed indicators); the figure is a proposal."""

    predikat: tuple[PitaPredikat, ...] = LIMA_PERINGKAT
    """Bands from the highest down. Dasar: Permendagri 54/2010 and 86/2017 print 91/76/66/51 (tertulis,
    through reports that use them)."""

    tepi: Literal[">=", ">"] = ">="
    """Which band owns an edge. Dasar: ">=" praktik (Kab. Kediri); ">" with 90/75/65/50 tertulis (Bantul)."""

    acuan_penyerapan: tuple[float, float, float, float] = (15.0, 40.0, 60.0, 90.0)
    """Share of the pagu, in per cent, that spending to date is compared with at the end of TW I, II, III, IV.
    Dasar: lazim (the steps cash-plan guidance commonly names; 60 at TW III as used in practice); no rule
    binds every body, so each decides its own."""

    keputusan: str | None = None
    """Number and date of the decree by which the body adopted the rule; ``None`` = still an example."""

    def __post_init__(self) -> None:
        """Check the words and put the bands in order, so that nothing later has to doubt them."""
        if self.rumus_minimal not in ("selisih", "rasio"):
            raise SakipMetricsError(f"rumus_minimal is selisih or rasio, not {self.rumus_minimal!r}")
        if self.triwulan_kosong not in ("tunda", "lewati"):
            raise SakipMetricsError(f"triwulan_kosong is tunda or lewati, not {self.triwulan_kosong!r}")
        if self.tepi not in (">=", ">"):
            raise SakipMetricsError(f"tepi is >= or >, not {self.tepi!r}")
        if self.batas_atas is not None and self.batas_bawah is not None and self.batas_bawah > self.batas_atas:
            raise SakipMetricsError(f"batas_bawah {self.batas_bawah} lies above batas_atas {self.batas_atas}")
        steps = self.acuan_penyerapan
        if len(steps) != 4 or not 0 <= steps[0] <= steps[1] <= steps[2] <= steps[3]:
            raise SakipMetricsError(f"acuan_penyerapan is four shares that do not fall, not {steps!r}")
        bands = tuple(sorted((PitaPredikat(*band) for band in self.predikat), key=lambda b: -b.batas))
        labels = [band.label for band in bands]
        if not bands or len(set(labels)) < len(labels) or len({b.batas for b in bands}) < len(bands):
            raise SakipMetricsError("predikat needs at least one band, each with its own edge and label")
        object.__setattr__(self, "predikat", bands)

    @property
    def contoh(self) -> bool:
        """Whether the rule is still an example, not adopted under a decree."""
        return self.keputusan is None

    @property
    def batas_tertinggal(self) -> float:
        """A skor below this edge is behind: the lower half of the bands (66 of five, 75 of KPU's four)."""
        return self.predikat[(len(self.predikat) - 1) // 2].batas

    @property
    def batas_baik(self) -> float:
        """A skor at this edge is good: that of the second band from the top (76 of five)."""
        return self.predikat[min(1, max(len(self.predikat) - 2, 0))].batas

    @property
    def label_predikat(self) -> tuple[str, ...]:
        """The band labels from the lowest up: the order of a predikat."""
        return tuple(band.label for band in reversed(self.predikat))


ATURAN_BAKU: Final[Mapping[str, Aturan]] = MappingProxyType(
    {
        aturan.nama: aturan
        for aturan in (
            Aturan("lima-peringkat"),
            Aturan("kpu-contoh", predikat=EMPAT_PERINGKAT_KPU),
            Aturan("kemenkeu", batas_atas=120.0, predikat=TIGA_WARNA),
            Aturan("bps", batas_atas=120.0, predikat=TIGA_WARNA),
            Aturan("tanpa-batas", batas_atas=None, batas_bawah=None),
        )
    }
)
"""Presets a body copies and edits; each is an example until adopted."""
