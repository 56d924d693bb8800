"""The satker of the fictional KPU Provinsi Contoh and how they are meant to fare. Nothing here is real."""

from __future__ import annotations

from typing import NamedTuple

PROVINSI = "990100"
ARUNIKA, LEMBAYUNG, SAMUDRANILA = "990101", "990102", "990103"
RIMBARAYA, SENJAKALA, TIRTALOKA = "990104", "990105", "990106"


class Satker(NamedTuple):
    """One satker: intended scores of TW I–III 2026 (``None``: not reported), absorption at TW III, budget."""

    kode: str
    nama: str
    pendek: str
    skor: tuple[float | None, float | None, float | None]
    serapan: float
    pagu_miliar: float

    @property
    def tingkat(self) -> str:
        """Whose members it verifies: those of the province or of the kabupaten or kota."""
        if self.kode == PROVINSI:
            return "provinsi"
        return "kota" if " Kota " in self.nama else "kabupaten"


def _satker(
    kode: str, wilayah: str, skor: tuple[float | None, float | None, float | None], serapan: float, pagu: float
) -> Satker:
    return Satker(kode, f"KPU {wilayah}", wilayah.replace("Kabupaten", "Kab."), skor, serapan, pagu)


_DASAR = (
    Satker(PROVINSI, "KPU Provinsi Contoh", "Provinsi", (88.0, 90.5, 91.5), 63.5, 48.6),
    _satker(ARUNIKA, "Kabupaten Arunika", (86.0, 85.0, 84.0), 57.0, 12.4),
    _satker(LEMBAYUNG, "Kota Lembayung", (95.0, 97.0, 99.0), 66.0, 14.8),
    _satker(SAMUDRANILA, "Kabupaten Samudranila", (82.0, 68.0, 46.0), 58.2, 11.1),
    _satker(RIMBARAYA, "Kabupaten Rimbaraya", (79.0, 83.0, 86.0), 60.9, 10.7),
    _satker(SENJAKALA, "Kota Senjakala", (90.0, 72.0, 56.0), 41.3, 13.5),
    _satker(TIRTALOKA, "Kabupaten Tirtaloka", (81.0, 84.0, None), 55.0, 9.6),
)
#: Further regions, for an example that is larger than it needs to be to be read.
_LAGI = (
    *("Kabupaten Embunpagi", "Kabupaten Langitbiru", "Kota Pelangi", "Kabupaten Sinarfajar", "Kota Bintangtimur"),
    *("Kabupaten Kabutputih", "Kabupaten Ombakbiru", "Kota Purnamasidi", "Kabupaten Anginmuson"),
    *("Kabupaten Wanakelana", "Kota Nusapelita", "Kabupaten Gerimissore", "Kabupaten Halimunjati"),
    *("Kota Mentarijingga", "Kabupaten Awanputih", "Kabupaten Lazuardi", "Kota Cakrawarna"),
)
#: How many kabupaten and kota there can be.
TERBANYAK = len(_DASAR) - 1 + len(_LAGI)

#: What a satker was called before 2026.
NAMA_LAMA = {RIMBARAYA: ("KPU Kabupaten Rimbakelam", "Kab. Rimbakelam")}


def satker(n: int = 6) -> tuple[Satker, ...]:
    """The province and the first ``n`` kabupaten and kota.

    Raises:
        ValueError: more of them than have a name.
    """
    if not len(_DASAR) - 1 <= n <= TERBANYAK:
        msg = f"between {len(_DASAR) - 1} and {TERBANYAK} kabupaten and kota, not {n}"
        raise ValueError(msg)
    more = (
        _satker(f"9901{number:02d}", wilayah, (76.0 + number, 78.0 + number, 77.0 + number), 50.0 + number, 9.0)
        for number, wilayah in enumerate(_LAGI, start=len(_DASAR))
    )
    return (*_DASAR, *more)[: n + 1]
