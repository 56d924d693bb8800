"""Words against figures: a polaritas against its indicator, two indicators in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sakip_app.workbook.odd.row import Amatan, Pengamatan
from sakip_app.workbook.polaritas import KATA_MINIMAL, propose
from sakip_app.workbook.words import normal

_BULIR = re.compile(r"^([•▪●◦‣\-–—*])\s+\S.*?\S\s+\1\s+\S")
_BERNOMOR = (
    re.compile(r"(?:^|\s)1\s?[.)]\s*[^\W\d].*\s2\s?[.)]\s*[^\W\d]"),
    re.compile(r"^\(?a\s?[.)]\s*\S.*\s\(?b\s?[.)]\s*\S"),
)
_MUNGKIN_DUA = re.compile(r"2\s?[.)]|[bB]\s?[.)]|^\s*[•▪●◦‣\-–—*]")  # what any of these needs
_PEMBUKA = re.compile(
    r"(?:persentase|prosentase|jumlah|indeks|nilai|angka|tingkat|rasio|cakupan|rata-rata|predikat|opini|skor)\b"
)

# Things that are made: more of them is more work done, whatever they are about ("dokumen penataan kawasan kumuh").
_KELUARAN = re.compile(
    r"^(?:jumlah |banyaknya )?(?:dokumen|laporan|berita acara|peserta|kegiatan|paket|usulan|kajian|sosialisasi|"
    r"pelatihan|layanan|data|regulasi|rekomendasi)\b"
)
_SATUAN_KELUARAN = frozenset(
    {"dokumen", "dok", "laporan", "lap", "kegiatan", "keg", "paket", "peserta", "berita acara"}
)


# Time, cost and what is left undone: less is better, whatever else the name speaks of ("waktu penyelesaian aduan").
_MAKIN_SEDIKIT = re.compile(
    r"\b(?:waktu|lama|lamanya|durasi|keterlambatan|biaya|jarak|antrean|antrian|kesalahan|"
    r"kebocoran|beban|sisa|tidak|belum)\b"
)
_SATUAN_WAKTU = frozenset({"hari", "jam", "menit", "detik", "hari kerja"})
_TURUN = re.compile("|".join(kata for kata, _ in KATA_MINIMAL))


def check_polaritas(amat: Pengamatan, indikator: Sequence[Amatan]) -> None:
    """A stated polaritas against the words, unless the targets themselves move the way it says."""
    for satu in indikator:
        if satu.polaritas not in ("maksimal", "minimal"):
            continue
        if satu.polaritas == "maksimal" and not _TURUN.search(satu.uraian.casefold()):
            continue  # no word that could contradict it
        usul, alasan = propose(satu.uraian)
        if usul is None or usul == satu.polaritas or _supported(satu):
            continue
        sel = amat.sel(satu, "polaritas")
        amat.catat("polaritas-berlawanan", sel, nilai=satu.polaritas, usul=usul, alasan=alasan)


def _supported(satu: Amatan) -> bool:
    """Whether the plan bears the stated polaritas out: targets that rise (fall), all of it, a count of what is made."""
    naik = satu.polaritas == "maksimal"
    if naik and (
        _KELUARAN.match(normal(satu.uraian)) or normal(satu.satuan or "").strip(" .") in _SATUAN_KELUARAN
    ):
        return True
    if naik and satu.persen and (satu.target_tahunan or 0) >= 60:
        return True
    if not naik and (_MAKIN_SEDIKIT.search(normal(satu.uraian)) or normal(satu.satuan or "") in _SATUAN_WAKTU):
        return True
    renstra = [n for _, n in sorted(satu.renstra.items()) if n is not None]
    if satu.konsolidasi == "nilai_akhir":
        renstra = renstra or list(satu.target.values())
    if len(renstra) > 1 and renstra[0] != renstra[-1]:
        return (renstra[-1] > renstra[0]) == naik
    if satu.target_renstra is not None and satu.target_tahunan is not None and satu.konsolidasi != "jumlah":
        beda = satu.target_renstra - satu.target_tahunan
        return beda != 0 and (beda > 0) == naik
    return False


def two_indicators(uraian: str) -> bool:
    """Whether a cell names more than one indicator: numbered, lettered, bulleted, or each opening a line of its own.

    Example:
        >>> two_indicators("1. Nilai AKIP 2. Indeks Kepuasan"), two_indicators("Jumlah desa tipe 1")
        (True, False)
    """
    if "\n" not in uraian and not _MUNGKIN_DUA.search(uraian):
        return False
    datar = normal(uraian)
    if any(pola.search(datar) for pola in _BERNOMOR) or _BULIR.search(datar):
        return True
    baris = [normal(b) for b in uraian.splitlines() if b.strip()]
    return len(baris) > 1 and all(_PEMBUKA.match(b) for b in baris)


def check_two_indicators(amat: Pengamatan, indikator: Sequence[Amatan]) -> None:
    """Two indicators in one cell: one target cannot be for both."""
    for satu in indikator:
        if two_indicators(satu.uraian):
            amat.catat("dua-indikator-satu-sel", amat.sel(satu, "uraian"), nilai=satu.uraian)
